using System.Globalization;

namespace ProcVision.TestAlgorithm;

/// <summary>A process that makes shared regions and forgets to give them back, or removes those of others.</summary>
internal static class RegionKeeper
{
    /// <summary>The first argument that asks for this in place of an algorithm.</summary>
    internal const string Word = "regions";

    /// <summary>Runs <c>regions make FOLDER COUNT</c> or <c>regions remove FOLDER</c>: one name a line, and then, after <c>make</c>, waits for the end of input.</summary>
    internal static int Run(string[] args)
    {
        switch (args)
        {
            case [_, "make", var folder, var count]:
                for (var i = 0; i < int.Parse(count, CultureInfo.InvariantCulture); i++)
                {
                    Make(folder);
                }

                Console.WriteLine();
                _ = Console.In.ReadToEnd();
                return 0;
            case [_, "remove", var folder]:
                // All of them at one moment.
                _ = Console.In.ReadToEnd();
                foreach (var name in StaleRegions.Remove(folder))
                {
                    Console.WriteLine(name);
                }

                return 0;
            default:
                return 2;
        }
    }

    private static unsafe void Make(string folder)
    {
        try
        {
            var memory = SharedMemory.Create(RegionMemory.SmallestSize, folder);
            new Span<byte>(memory.Start, memory.Size).Fill(0x5A);
            Console.WriteLine(memory.Name);
        }
        catch (IOException e)
        {
            Console.WriteLine($"IOException: {e.Message}");
        }
    }
}
