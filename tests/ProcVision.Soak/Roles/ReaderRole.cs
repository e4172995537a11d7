using ProcVision.Soak.Ledger;

namespace ProcVision.Soak.Roles;

/// <summary>Reads the region all the time, whoever writes it, and holds every value against what was written.</summary>
internal sealed class ReaderRole(SharedMemory region, ProgressPage page)
{
    private readonly Random _dice = new((int)page.Seed);

    internal Tally Run()
    {
        var tally = new Tally();
        var inspection = new Inspection(page, new ReadableRegion(region), new Judge(page), tally);
        while (!page.IsOver)
        {
            // A reader that never paused would take the processor from those whom it looks at.
            Thread.Sleep(_dice.Next(4));
            if (inspection.Run("beside the writer"))
            {
                tally.Readings++;
            }
        }

        return tally;
    }
}
