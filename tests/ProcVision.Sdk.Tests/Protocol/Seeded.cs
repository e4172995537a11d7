namespace ProcVision.Sdk.Tests.Protocol;

/// <summary>Random numbers of a test: another seed in every run, printed, and given again by PROCVISION_TEST_SEED.</summary>
internal static class Seeded
{
    internal static Random Random(out int seed)
    {
        seed = int.TryParse(Environment.GetEnvironmentVariable("PROCVISION_TEST_SEED"), out var given) ? given : Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"PROCVISION_TEST_SEED={seed}");
        return new Random(seed);
    }

    /// <summary>Where property tests write their own seed.</summary>
    internal static void WriteLine(string text) => TestContext.Current.TestOutputHelper?.WriteLine(text);
}
