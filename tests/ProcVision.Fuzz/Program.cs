using System.Globalization;
using ProcVision.Fuzz;

Campaign[] campaigns = [];

if (args is not [var name, ..] || campaigns.FirstOrDefault(c => c.Name == name) is not { } campaign)
{
    Console.Error.WriteLine($"usage: ProcVision.Fuzz {string.Join('|', campaigns.Select(c => c.Name))} [count] [seed]");
    return 2;
}

var count = args.Length > 1 ? long.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000;
var seed = args.Length > 2 ? ulong.Parse(args[2], CultureInfo.InvariantCulture) : (ulong)Random.Shared.NextInt64();
Console.WriteLine($"{name}: {count} inputs, seed {seed}");
if (campaign.Run(count, seed) is { } problem)
{
    Console.Error.WriteLine(problem);
    return 1;
}

Console.WriteLine("nothing found");
return 0;
