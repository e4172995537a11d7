using System.Globalization;
using ProcVision;
using ProcVision.Soak.Ledger;
using ProcVision.Soak.Owners;
using ProcVision.Soak.Planted;
using ProcVision.Soak.Roles;
using ProcVision.Soak.Values;

switch (args)
{
    case ["writer", var region, var page, var seed]:
        using (var memory = SharedMemory.Open(region, writable: true))
        using (var progress = ProgressPage.Open(page, SoakKeys.All.Length))
        {
            new WriterRole(memory, progress, ulong.Parse(seed, CultureInfo.InvariantCulture)).Run();
        }

        return 0;
    case ["planted", var region, var page, var seed, var plant]:
        using (var memory = SharedMemory.Open(region, writable: true))
        using (var progress = ProgressPage.Open(page, SoakKeys.All.Length))
        {
            new PlantedRole(memory, progress, ulong.Parse(seed, CultureInfo.InvariantCulture), Enum.Parse<Plant>(plant)).Run();
        }

        return 0;
    case ["reader", var region, var page]:
        using (var memory = SharedMemory.Open(region, writable: false))
        using (var progress = ProgressPage.Open(page, SoakKeys.All.Length))
        {
            Console.WriteLine(new ReaderRole(memory, progress).Run().ToText());
        }

        return 0;
    case ["owner"]:
        OwnerRole.Run();
        return 0;
    case ["busy"]:
        BusyRole.Run();
        return 0;
    case ["owners", .. { Length: <= 2 } numbers]:
        {
            var kills = numbers.Length > 0 ? int.Parse(numbers[0], CultureInfo.InvariantCulture) : 1_000;
            var seed = numbers.Length > 1 ? ulong.Parse(numbers[1], CultureInfo.InvariantCulture) : (ulong)Random.Shared.NextInt64();
            Console.WriteLine($"owners: {kills} kills, seed {seed}");
            return new OwnerExperiment(seed).Run(kills) ? 0 : 1;
        }

    case ["kill", .. { Length: <= 3 } numbers]:
        {
            var kills = numbers.Length > 0 ? int.Parse(numbers[0], CultureInfo.InvariantCulture) : 10_000;
            var seed = numbers.Length > 1 ? ulong.Parse(numbers[1], CultureInfo.InvariantCulture) : (ulong)Random.Shared.NextInt64();
            var plant = numbers.Length > 2 ? Enum.Parse<Plant>(numbers[2], ignoreCase: true) : Plant.None;
            Console.WriteLine($"kill: {kills} kills, seed {seed}{(plant == Plant.None ? "" : $", planted mistake: {plant}")}");
            return Soak.Run(kills, seed, plant) ? 0 : 1;
        }

    default:
        Console.Error.WriteLine($"""
            usage: ProcVision.Soak kill [count] [seed] [mistake]     10000 kills unless told; mistake: {string.Join(", ", Enum.GetNames<Plant>())}
                   ProcVision.Soak owners [count] [seed]             1000 kills unless told
                   ProcVision.Soak busy                              a session to look at: says its name, and writes until it is killed
            """);
        return 2;
}
