using System.Text;
using ProcVision.Soak.Roles;
using ProcVision.Soak.Values;

namespace ProcVision.Soak.Owners;

/// <summary>A process with one detection that writes without a pause until it is killed: something for <c>procvision session</c> to look at.</summary>
internal static class BusyRole
{
    internal static void Run()
    {
        using var region = SharedMemory.Create(RegionMemory.DefaultSize);
        RegionOwner.Format(region);
        var generation = RegionOwner.Begin(region, new("session-busy", "p001", "busy", "{\"operator\":\"line-3\"}"u8.ToArray()));
        var session = new Session("session-busy", SessionContext.Empty, SessionStore.Attach(region, generation));
        var typed = FirstLayout.Over(session);
        WriteAll(session, typed, 1);
        using (var output = Console.OpenStandardOutput())
        {
            output.Write(Encoding.ASCII.GetBytes(region.Name + "\n"));
        }

        for (var number = 2L; ; number++)
        {
            WriteAll(session, typed, number);
        }
    }

    private static void WriteAll(Session session, FirstLayout typed, long number)
    {
        foreach (var key in SoakKeys.All)
        {
            new ReadyWrite<FirstLayout>(key, key.Edition(0, number)).Do(session, typed);
        }

        // Never away, whatever the others do.
        session.Set("always", number);
        session.Set("\u001b[31mred\u202e", "\u001b]0;owned\u0007");
    }
}
