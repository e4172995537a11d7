using System.Globalization;
using ProcVision.Fuzz;
using ProcVision.Fuzz.Frames;
using ProcVision.Fuzz.Pictures;
using ProcVision.Fuzz.Regions;

Campaign[] campaigns =
[
    new FramesCampaign(), new FrameParserCampaign(), new JpegCampaign(), new PngCampaign(), new NpyCampaign(), new RegionReadCampaign(), new RegionAttachCampaign(),
];
FuzzTarget[] targets = [new FrameTarget(), new JpegTarget(), new PngTarget(), new NpyTarget(), new RegionTarget()];

switch (args)
{
    case ["afl", var name] when targets.FirstOrDefault(t => t.Name == name) is { } target:
        CoverageGuided.Run(target);
        return 0;
    case ["instrument", .. var assemblies]:
        Array.ForEach(assemblies, CoverageGuided.Instrument);
        return 0;
    case ["seeds", "region", var folder]:
        RegionSeeds.WriteTargets(folder);
        return 0;
    case [var name, .. var files] when targets.FirstOrDefault(t => t.Name == name) is { } target && files.Length > 0 && Array.TrueForAll(files, File.Exists):
        foreach (var file in files)
        {
            target.Run(File.ReadAllBytes(file));
            Console.WriteLine($"{file}: nothing found");
        }

        return 0;
    case [var name, .. { Length: <= 2 } numbers] when campaigns.FirstOrDefault(c => c.Name == name) is { } campaign:
        var count = numbers.Length > 0 ? long.Parse(numbers[0], CultureInfo.InvariantCulture) : 1_000_000;
        var seed = numbers.Length > 1 ? ulong.Parse(numbers[1], CultureInfo.InvariantCulture) : (ulong)Random.Shared.NextInt64();
        Console.WriteLine($"{name}: {count} inputs, seed {seed}");
        if (campaign.Run(count, seed) is { } problem)
        {
            Console.Error.WriteLine(problem);
            return 1;
        }

        Console.WriteLine("nothing found");
        return 0;
    default:
        Console.Error.WriteLine($"""
            usage: ProcVision.Fuzz {string.Join('|', campaigns.Select(c => c.Name))} [count] [seed]
                   ProcVision.Fuzz {string.Join('|', targets.Select(t => t.Name))} FILE...     one run over each file
                   tests/ProcVision.Fuzz/afl TARGET SECONDS            a coverage-guided run
            """);
        return 2;
}
