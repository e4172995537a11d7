namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>PV2004: a key that nobody knows before the step runs.</summary>
public sealed class KeyConstantTests
{
    [Fact]
    public async Task Every_keyed_method()
    {
        var messages = await KeyedStep.FindAsync("""
            string key = step.Pid;
            step.Session.Set({|PV2004:key|}, 5);
            var a = step.Session.Get<int>({|PV2004:$"step_{a1}"|});
            var b = step.Session.Get({|PV2004:key + "_b"|}, 5);
            _ = step.Session.TryGet<int>({|PV2004:key|}, out var c);
            _ = step.Session.Exists({|PV2004:key|});
            _ = step.Session.Delete({|PV2004:key|});
            """.Replace("a1", "step.Image.Width", StringComparison.Ordinal));
        Assert.Equal(
            "The key of 'Set' is known only while the step runs, so nothing about it can be checked before. Write a literal or a constant, or keep all of it under one key as a dictionary.",
            messages[0]);
    }

    [Fact]
    public async Task Constants_of_any_kind_are_fine() => await KeyedStep.FindAsync(
        """
        const string Local = "local";
        step.Session.Set(Local, 5);
        step.Session.Set(Keys.Tray, 5);
        step.Session.Set(Keys.Tray + "_2", 5);
        step.Session.Set($"{Keys.Tray}_3", 5);
        step.Session.Set(nameof(Keys), 5);
        step.Session.Set(value: 5, key: "named");
        """,
        """public static class Keys { public const string Tray = "tray"; }""");
}
