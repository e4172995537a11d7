using CsCheck;
using ProcVision.Sdk.Tests.Protocol;

namespace ProcVision.Sdk.Tests.Sessions.Region;

/// <summary>A region serves one detection after the other; none sees anything of those before.</summary>
public unsafe class SessionPoolTests
{
    private static readonly string[] Keys = ["Count", "Tray", "Label", "Mark", "a", "键", "c", "a-longer-key", ""];

    private static readonly Gen<(int Key, int Kind, int Value)> Operation = Gen.Select(Gen.Int[0, Keys.Length - 1], Gen.Int[0, 6], Gen.Int[0, 3000]);

    [Fact]
    public void Whatever_a_detection_did_the_next_one_in_the_same_memory_starts_with_nothing() =>
        Gen.Select(Operation.Array[0, 40].Array[1, 8], Gen.Bool, Gen.UInt[RegionFormat.LastGeneration - 4, RegionFormat.LastGeneration]).Sample(
            (detections, isTyped, generation) =>
            {
                var memory = PrivateMemory.Create(RegionFormat.SmallestSize);
                RegionOwner.Format(memory);

                // As after sixteen million detections: soon the generations begin again.
                ((RegionHeader*)memory.Start)->Generation = generation;
                foreach (var operations in detections)
                {
                    var next = RegionOwner.Begin(memory, new RegionIdentity("s", "p", "a", default));
                    var session = new Session("s", SessionContext.Empty, SessionStore.Attach(memory, next));
                    RequireNothing(session, isTyped);
                    foreach (var operation in operations)
                    {
                        Do(session, operation, isTyped);
                    }
                }
            },
            Seeded.WriteLine,
            iter: 300);

    [Fact]
    public void Beginning_and_ending_a_detection_in_a_pooled_store_allocates_its_session_only()
    {
        var store = SessionStore.Begin(PrivateMemory.Create(RegionFormat.DefaultSize), new RegionIdentity("s", "p", "a", default));
        var alone = Allocation.OfThousand(static () => _ = new Session("s"));
        var pooled = Allocation.OfThousand(() =>
        {
            store.Renew(new RegionIdentity("s", "p", "a", default));
            var session = new Session("s", SessionContext.Empty, store);
            TraySession.Over(session).Keyed.Set("Count", 1);
            session.Set("key", 2);
            session.Close();
        });
        Assert.Equal(alone, pooled);
    }

    private static void RequireNothing(Session session, bool isTyped)
    {
        Assert.True(session.IsEmpty);
        Assert.Empty(session.ToValues());
        foreach (var key in Keys)
        {
            Assert.False(session.Exists(key));
            Assert.Equal(-1, session.Get(key, -1));
            Assert.False(session.Delete(key));
        }

        if (isTyped)
        {
            var tray = TraySession.Over(session);
            Assert.Null(tray.Tray);
            Assert.Equal(0, tray.Count);
            Assert.Null(tray.Label);
            Assert.Equal(default, tray.Pose);
            Assert.All(Keys, key => Assert.False(session.Exists(key)));
            Assert.True(session.IsEmpty);
        }
    }

    private static void Do(Session session, (int Key, int Kind, int Value) operation, bool isTyped)
    {
        var key = Keys[operation.Key];
        try
        {
            switch (operation.Kind)
            {
                case 0:
                    session.Set(key, operation.Value);
                    break;
                case 1:
                    session.Set(key, new string('x', operation.Value));
                    break;
                case 2:
                    session.Set<Rect?>(key, operation.Value % 2 == 0 ? null : new Rect(1, 2, 3, operation.Value));
                    break;
                case 3:
                    session.Set(key, new double[operation.Value / 8]);
                    break;
                case 4:
                    _ = session.Delete(key);
                    break;
                case 5 when operation.Value % 20 == 0:
                    session.Clear();
                    break;
                case 6 when isTyped:
                    var tray = TraySession.Over(session);
                    tray.Count = operation.Value;
                    tray.Pose = new Pose(operation.Value, 2, 3);
                    break;
            }
        }
        catch (SessionException)
        {
            // Of another type, too long or too much: that is how a detection goes on a bad day.
        }
    }
}
