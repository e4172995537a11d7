namespace ProcVision;

/// <summary>
/// Named values for people who tune, sent in <c>data.debug</c> of the call's result (C19) and then forgotten. Thread-safe; what arrives
/// after the call is ignored. Keys are sent in the order of their first publication.
/// </summary>
public sealed class Diagnostics
{
    private readonly Lock _gate = new();
    private LogField[] _entries = [];
    private int _count;
    private bool _open;

    internal Diagnostics()
    {
    }

    /// <summary>What the call published. Stable once the call was closed.</summary>
    internal ReadOnlySpan<LogField> Entries => _entries.AsSpan(0, _count);

    /// <summary>Publishes an integer; the last value of a key is sent.</summary>
    /// <exception cref="ArgumentNullException">The key is null.</exception>
    public void Publish(string key, long value) => Store((key, value));

    /// <summary>Publishes a number. NaN and infinities have no JSON form and are sent as text (conformance 163).</summary>
    /// <exception cref="ArgumentNullException">The key is null.</exception>
    public void Publish(string key, double value) => Store((key, value));

    /// <summary>Publishes a text.</summary>
    /// <exception cref="ArgumentNullException">The key is null.</exception>
    public void Publish(string key, string? value) => Store((key, value));

    /// <summary>Publishes a truth value.</summary>
    /// <exception cref="ArgumentNullException">The key is null.</exception>
    public void Publish(string key, bool value) => Store((key, value));

    /// <summary>A call begins: nothing is left of the last one.</summary>
    internal void Open()
    {
        lock (_gate)
        {
            // Texts of the last call must not live as long as the process does.
            _entries.AsSpan(0, _count).Clear();
            _count = 0;
            _open = true;
        }
    }

    /// <summary>The call ended: later publications are ignored, so that the result can be written without a lock.</summary>
    internal void Close()
    {
        lock (_gate)
        {
            _open = false;
        }
    }

    private void Store(in LogField entry)
    {
        ArgumentNullException.ThrowIfNull(entry.Name, "key");
        lock (_gate)
        {
            if (!_open)
            {
                return;
            }

            for (var i = 0; i < _count; i++)
            {
                if (_entries[i].Name == entry.Name)
                {
                    _entries[i] = entry;
                    return;
                }
            }

            if (_count == _entries.Length)
            {
                Array.Resize(ref _entries, Math.Max(8, _count * 2));
            }

            _entries[_count++] = entry;
        }
    }
}
