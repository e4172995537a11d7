using System.Globalization;
using Compile;

// What the generator and the analyzers add to a compilation, beside the compilation alone and beside an analyzer that does nothing.
if (args.Length > 1 || !File.Exists("ProcVision.Generated.sln"))
{
    Console.Error.WriteLine("usage: Compile [TURNS]   started in the root of the repository; 40 turns unless told");
    return 2;
}

int turns = args.Length == 1 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 40;
foreach (var project in (Project[])[Project.WithoutSdk(), Project.OfAnAlgorithm()])
{
    var contest = new Contest(project);
    for (int turn = 0; turn < turns + 5; turn++)
        await contest.TurnAsync(count: turn >= 5);

    Console.WriteLine($"{project.Name}: {project.Files} files, {project.Lines} lines");
    foreach (var series in contest.All)
        Console.WriteLine(FormattableString.Invariant($"  {series.Name,-44} lowest tenth {series.LowestTenth,8:F2} ms   median {series.Median,8:F2} ms"));
    Console.WriteLine(FormattableString.Invariant($"  inside the {Contest.Analyzers} analyzers, summed over threads      lowest tenth {contest.Inside.LowestTenth,8:F3} ms   median {contest.Inside.Median,8:F3} ms"));
}

return 0;
