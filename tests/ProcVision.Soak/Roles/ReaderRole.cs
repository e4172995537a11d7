using ProcVision.Soak.Ledger;

namespace ProcVision.Soak.Roles;

/// <summary>Reads the region all the time, whoever writes it, and holds every value against what was written.</summary>
internal sealed class ReaderRole(SharedMemory region, ProgressPage page)
{
    internal Tally Run()
    {
        var tally = new Tally();
        var inspection = new Inspection(page, new ReadableRegion(region), new Judge(page), tally);
        while (!page.IsOver)
        {
            if (inspection.Run("beside the writer"))
            {
                tally.Readings++;
            }
        }

        return tally;
    }
}
