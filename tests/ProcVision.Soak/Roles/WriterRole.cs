using ProcVision.Soak.Ledger;
using ProcVision.Soak.Values;

namespace ProcVision.Soak.Roles;

/// <summary>
/// The process that is killed: it attaches to the region that its predecessor left, looks whether everything is there, and writes until the end
/// comes. It starts early and waits for its turn, so that no kill waits for a start.
/// </summary>
internal sealed class WriterRole(SharedMemory region, ProgressPage page, ulong seed)
{
    private const int Batch = 256;

    private readonly Random _dice = new((int)seed);
    private readonly SoakKey[] _keys = new SoakKey[Batch];

    /// <summary>Waits for its turn; comes back only when there is none, or something is wrong.</summary>
    /// <exception cref="InvalidDataException">A predecessor's value is not there, or not whole.</exception>
    internal void Run()
    {
        Rehearse();
        var turn = Turn.Await();
        page.Stage = Stage.Attaching;
        if (turn == Turn.First)
        {
            var session = Attach();
            Write(session, FirstLayout.Over(session));
        }
        else if (turn == Turn.Second)
        {
            var session = Attach();
            Write(session, SecondLayout.Over(session));
        }
    }

    private Session Attach() => new("soak", SessionContext.Empty, SessionStore.Attach(region, page.Generation));

    /// <summary>Compiles what is needed, in a region of its own.</summary>
    private void Rehearse()
    {
        using var memory = PrivateMemory.Create(RegionMemory.DefaultSize);
        RegionOwner.Format(memory);
        var generation = RegionOwner.Begin(memory, new("rehearsal", "p001", "soak", default));
        var session = new Session("rehearsal", SessionContext.Empty, SessionStore.Attach(memory, generation));
        foreach (var key in SoakKeys.All)
        {
            new ReadyWrite<FirstLayout>(key, new Edition(seed, key.Index, 1)).Do(session, FirstLayout.Over(session));
        }
    }

    private void Write<TSession>(Session session, TSession typed)
        where TSession : ISoakSession<TSession>, allows ref struct
    {
        LookAround(session, typed);
        var writes = new ReadyWrite<TSession>[Batch];
        var numbers = new long[Batch];
        var last = new long[SoakKeys.All.Length];
        while (true)
        {
            page.Stage = Stage.Preparing;
            for (var key = 0; key < last.Length; key++)
            {
                last[key] = page.LastAbout(key);
            }

            for (var i = 0; i < Batch; i++)
            {
                var key = _keys[i] = SoakKeys.All[_dice.Next(SoakKeys.All.Length)];
                numbers[i] = ++last[key.Index];
                writes[i] = new(key, key.Edition(page.Seed, numbers[i]));
            }

            page.Stage = Stage.Writing;
            for (var i = 0; i < Batch; i++)
            {
                page.AboutToWrite(_keys[i].Index, numbers[i]);
                writes[i].Do(session, typed);
                page.Wrote(_keys[i].Index, numbers[i]);
            }
        }
    }

    /// <summary>The next writer finds what its predecessor left, through the doors that an algorithm has.</summary>
    private void LookAround<TSession>(Session session, TSession typed)
        where TSession : ISoakSession<TSession>, allows ref struct
    {
        foreach (var key in SoakKeys.All)
        {
            var found = false;
            for (var number = page.LastWritten(key.Index); number <= page.LastAbout(key.Index) && !found; number++)
            {
                found = IsIn(session, typed, key, number);
            }

            if (!found)
            {
                throw new InvalidDataException(
                    $"the next writer does not find '{key.Name}' as edition {page.LastWritten(key.Index)} or {page.LastAbout(key.Index)}");
            }
        }
    }

    private bool IsIn<TSession>(Session session, TSession typed, SoakKey key, long number)
        where TSession : ISoakSession<TSession>, allows ref struct
    {
        var edition = key.Edition(page.Seed, number);
        var form = number == page.LastCleared(key.Index) ? Forms.Nothing : key.FormOf(edition);
        return key.IsTyped ? TypedDoor.IsIn(typed, edition, form.IsNothing) : form.IsIn(session, key.Name, edition);
    }
}
