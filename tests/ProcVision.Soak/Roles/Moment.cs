using System.Diagnostics;
using ProcVision.Soak.Ledger;

namespace ProcVision.Soak.Roles;

/// <summary>Chooses the instant of a kill: often in the middle of writes, sometimes while the writer attaches, sometimes anywhere.</summary>
internal sealed class Moment(Random dice, ProgressPage page)
{
    /// <summary>After that, something is wrong with the writer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Comes back when the writer, who has just got its turn, is to be killed.</summary>
    /// <returns>False when the writer has ended by itself.</returns>
    internal bool Await(Child writer)
    {
        switch (dice.Next(8))
        {
            case 0:
                return Reached(Stage.Attaching, writer) && Spin(dice.Next(300));
            case 1:
                return Reached(Stage.Preparing, writer) && Spin(dice.Next(3000));
            default:
                return Reached(Stage.Writing, writer) && Spin(dice.Next(40));
        }
    }

    private bool Reached(Stage stage, Child writer)
    {
        var began = Stopwatch.GetTimestamp();
        for (var i = 1; page.Stage < stage; i++)
        {
            if (i % 1000 == 0 && (writer.HasEnded || Stopwatch.GetElapsedTime(began) > Patience))
            {
                return false;
            }

            Thread.SpinWait(10);
        }

        return true;
    }

    private static bool Spin(int microseconds)
    {
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began).TotalMicroseconds < microseconds)
        {
            Thread.SpinWait(4);
        }

        return true;
    }
}
