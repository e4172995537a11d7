using SharpFuzz;

namespace ProcVision.Fuzz;

/// <summary>The side of a coverage-guided run that afl-fuzz starts; the script <c>afl</c> beside this file is the other.</summary>
internal static class CoverageGuided
{
    /// <summary>Feeds a target with what afl-fuzz gives on standard input, again and again; without afl-fuzz once.</summary>
    internal static void Run(FuzzTarget target)
    {
        var input = new MemoryStream();
        Fuzzer.Run((Stream stream) =>
        {
            input.SetLength(0);
            stream.CopyTo(input);
            target.Run(input.GetBuffer().AsSpan(0, (int)input.Length));
        });
    }

    /// <summary>Rewrites an assembly so that it reports the edges that it runs through.</summary>
    internal static void Instrument(string assembly) => Console.WriteLine(
        $"{Path.GetFileName(assembly)}: {Fuzzer.Instrument(assembly, _ => true, Options.Value).Count()} types instrumented");
}
