// Not the folder's namespace: it would hide the type Diagnostics from every other test.
namespace ProcVision.Sdk.Tests;

public class DiagnosticsTests
{
    private readonly ProcVision.Diagnostics _diagnostics = new();

    [Fact]
    public void Values_keep_the_order_of_their_first_publication_and_the_last_value_wins()
    {
        _diagnostics.Open();
        _diagnostics.Publish("b", 1);
        _diagnostics.Publish("a", "x");
        _diagnostics.Publish("c", true);
        _diagnostics.Publish("b", 2.5);
        Assert.Equal(["b", "a", "c"], Names());
        Assert.Equal(LogField.Kind.Real, _diagnostics.Entries[0].ValueKind);
        Assert.Equal(2.5, _diagnostics.Entries[0].Real);
        Assert.Equal("x", _diagnostics.Entries[1].Text);
        Assert.Equal(1, _diagnostics.Entries[2].Bits);
    }

    [Fact]
    [Conformance(480)]
    public void Every_call_begins_with_none()
    {
        _diagnostics.Open();
        _diagnostics.Publish("a", 1);
        _diagnostics.Close();
        Assert.Equal(["a"], Names());
        _diagnostics.Open();
        Assert.Empty(Names());
    }

    [Fact]
    public void What_comes_after_the_call_is_ignored()
    {
        _diagnostics.Publish("before", 1);
        _diagnostics.Open();
        _diagnostics.Publish("a", 1);
        _diagnostics.Close();
        _diagnostics.Publish("late", 1);
        Assert.Equal(["a"], Names());
    }

    [Fact]
    public void A_null_text_is_a_value_and_a_null_key_is_not_a_key()
    {
        _diagnostics.Open();
        _diagnostics.Publish("a", (string?)null);
        Assert.Throws<ArgumentNullException>(() => _diagnostics.Publish(null!, 1));
        Assert.Equal(["a"], Names());
        Assert.Null(_diagnostics.Entries[0].Text);
    }

    [Fact]
    public void Many_threads_may_publish()
    {
        _diagnostics.Open();
        Parallel.For(0, 100, i => _diagnostics.Publish($"k{i % 50}", (long)i));
        Assert.Equal(50, Names().Distinct().Count());
        Assert.Equal(50, _diagnostics.Entries.Length);
    }

    [Fact]
    public void Unused_or_warm_it_allocates_nothing()
    {
        Assert.Equal(0, Allocation.OfThousand(Publish));

        void Publish()
        {
            _diagnostics.Open();
            _diagnostics.Publish("a", 1.5);
            _diagnostics.Publish("b", 2);
            _diagnostics.Close();
            _diagnostics.Open();
            _diagnostics.Close();
        }
    }

    private List<string> Names()
    {
        var names = new List<string>();
        foreach (ref readonly var entry in _diagnostics.Entries)
        {
            names.Add(entry.Name);
        }

        return names;
    }
}
