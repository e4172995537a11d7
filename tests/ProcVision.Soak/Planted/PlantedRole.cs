using System.Runtime.InteropServices;
using System.Text;
using ProcVision.Soak.Ledger;
using ProcVision.Soak.Roles;
using ProcVision.Soak.Values;

namespace ProcVision.Soak.Planted;

/// <summary>A writer of its own making, with or without a mistake: it shows that the experiment finds one, and finds none where there is none.</summary>
internal sealed class PlantedRole(SharedMemory region, ProgressPage page, ulong seed, Plant plant)
{
    private const int Batch = 64;

    private readonly Random _dice = new((int)seed);

    /// <summary>Waits for its turn, and writes until the end comes.</summary>
    internal void Run()
    {
        PlantedLayout.Lay(region);
        (SoakKey Key, PlantedSlot Slot)[] slots =
        [
            (SoakKeys.Typed("Pose"), PlantedLayout.Pose(region)),
            (SoakKeys.Typed("Note"), PlantedLayout.Note(region)),
            (SoakKeys.Typed("Curve"), PlantedLayout.Curve(region)),
        ];
        if (Turn.Await() is null)
        {
            return;
        }

        var generation = page.Generation;
        while (true)
        {
            page.Stage = Stage.Preparing;
            var writes = Enumerable.Range(0, Batch).Select(_ => slots[_dice.Next(slots.Length)]).ToArray();
            page.Stage = Stage.Writing;
            foreach (var (key, slot) in writes)
            {
                var number = page.LastAbout(key.Index) + 1;
                while (key.FormOf(key.Edition(page.Seed, number)).IsNothing)
                {
                    number++;
                }

                var bytes = Bytes(key, key.Edition(page.Seed, number));
                page.AboutToWrite(key.Index, number);
                slot.Write(plant, generation, bytes);
                page.Wrote(key.Index, number);
            }
        }
    }

    private static byte[] Bytes(SoakKey key, Edition edition) => key.Name switch
    {
        "Pose" => MemoryMarshal.AsBytes([Forms.Pose.Make(edition)]).ToArray(),
        "Note" => Encoding.UTF8.GetBytes(Forms.Text.Make(edition)),
        _ => MemoryMarshal.AsBytes(Forms.Array.Make(edition).AsSpan()).ToArray(),
    };
}
