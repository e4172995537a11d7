using System.Text;

namespace ProcVision;

/// <summary>One region of a Runner that this process has open, and the session that is in it now.</summary>
internal sealed class SharedRegion : IDisposable
{
    private readonly byte[] _name;
    private readonly SharedMemory _memory;
    private SessionStore? _store;
    private uint _generation;
    private byte[] _id = [];

    private SharedRegion(byte[] name, SharedMemory memory)
    {
        _name = name;
        _memory = memory;
    }

    /// <summary>The session; null when there is none, or none any more.</summary>
    internal Session? Session { get; private set; }

    /// <summary>The product of the session.</summary>
    internal string Pid { get; private set; } = "";

    /// <summary>The number of the call that last asked for it.</summary>
    internal long LastUse { get; set; }

    /// <summary>Whether the Runner has neither ended nor begun anew what the session is of, and nobody else has written there since.</summary>
    private unsafe bool IsCurrent
    {
        get
        {
            var header = (RegionHeader*)_memory.Start;
            return Volatile.Read(ref header->Generation) == (_generation | RegionFormat.OpenBit)
                && header->WriterPid == (uint)Environment.ProcessId && header->WriterStart == ProcessStart.OwnTicks;
        }
    }

    /// <exception cref="SessionRegionException">There is no such region, or it is not one for this process.</exception>
    internal static SharedRegion Open(scoped ReadOnlySpan<byte> name)
    {
        var text = Encoding.UTF8.GetString(name[..Math.Min(name.Length, 4 * SharedMemoryName.Longest)]);
        return new SharedRegion(name.ToArray(), SharedMemory.Open(text, writable: true));
    }

    internal bool IsNamed(scoped ReadOnlySpan<byte> name) => name.SequenceEqual(_name);

    /// <summary>Whether the session that is here is the one that a call means: the warm path, which allocates nothing.</summary>
    internal bool Has(uint generation, scoped ReadOnlySpan<byte> id) =>
        Session is not null && generation == _generation && id.SequenceEqual(_id) && IsCurrent;

    /// <summary>A call has come to it.</summary>
    internal void Stamp() => RegionCheck.Stamp(_memory);

    /// <summary>Comes to the detection that the Runner began in the region; the session before ends.</summary>
    /// <param name="generation">Which one a call means.</param>
    /// <param name="id">The session's id in the call.</param>
    /// <param name="pid">The call's product; null for any.</param>
    /// <param name="context">The call's facts.</param>
    /// <exception cref="SessionRegionException">It is another detection's, has ended, or is damaged; the message says which.</exception>
    internal Session Attach(uint generation, scoped ReadOnlySpan<byte> id, string? pid, SessionContext context)
    {
        End();
        if (_store is null)
        {
            _store = SessionStore.Attach(_memory, generation);
        }
        else
        {
            _store.Renew(generation);
        }

        var origin = Origin();
        var asked = Encoding.UTF8.GetString(id);
        if (origin.Id != asked || (pid is not null && origin.Pid != pid))
        {
            throw new SessionRegionException($"会话区域属于会话 '{origin.Id}'（产品 {origin.Pid}），不是 '{asked}'（产品 {pid ?? origin.Pid}）；请检查 data.session.state_region");
        }

        _generation = generation;
        _id = id.ToArray();
        Pid = pid ?? origin.Pid;
        Session = new Session(asked, context, _store);
        return Session;
    }

    /// <summary>Ends a session whose detection the Runner has ended: nobody reads or changes what the next one has there.</summary>
    internal void EndIfOver()
    {
        if (Session is not null && !IsCurrent)
        {
            End();
        }
    }

    /// <summary>Ends the session; whoever still holds it is told so when he uses it.</summary>
    internal void End()
    {
        Session?.Close();
        Session = null;
    }

    public void Dispose()
    {
        End();
        _memory.Dispose();
    }

    private RegionOrigin Origin()
    {
        try
        {
            return RegionOriginReader.Read(new RegionView(_memory));
        }
        catch (RegionFault fault)
        {
            throw new SessionRegionException($"会话区域的所属会话无法读取: {fault.Message}");
        }
    }
}
