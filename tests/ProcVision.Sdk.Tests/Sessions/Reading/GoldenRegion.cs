using System.Buffers.Binary;
using ProcVision.CompilerServices;

namespace ProcVision.Sdk.Tests.Sessions.Reading;

/// <summary>The region that is checked in, and the calls that make it.</summary>
internal static unsafe class GoldenRegion
{
    internal const long ArchivedMs = 1_777_000_001_000;
    private const int Label = 40;

    private static readonly SessionLayout Layout = new(
        "TraySession",
        Label + 8 + (2 * 16),
        [
            new("Tray", "Rect?", SessionSlotForm.Value, 0, 16, SessionType.Rect),
            new("Label", "string?", SessionSlotForm.Text, Label, 8, SessionType.Text),
        ]);

    internal static byte[] Bytes => File.ReadAllBytes(Path("golden-region.bin"));

    internal static string Json => File.ReadAllText(Path("golden-region.json")).TrimEnd();

    /// <summary>What today's code makes of the calls.</summary>
    internal static PrivateMemory Make()
    {
        var memory = PrivateMemory.Create(RegionFormat.SmallestSize);
        RegionOwner.Format(memory);
        var generation = RegionOwner.Begin(memory, new RegionIdentity("session-20240425-000123", "p001", "demo", """{"operator":"张三"}"""u8.ToArray()));
        var session = new Session("session-20240425-000123", SessionContext.Empty, SessionStore.Attach(memory, generation));
        var slots = session.Bind(Layout);
        slots.Write(0, new Rect(99, 0, 579, 552));
        slots.WriteText(Label, 8, "托");
        slots.WriteText(Label, 8, "托盘");
        session.Set("retry", 1);
        session.Set("retry", 2);
        session.Set("note", "引导");
        session.Set("gone", 0.5);
        session.Set("points", Enumerable.Range(7, 2).ToArray());
        _ = session.Delete("gone");
        Fix(new Span<byte>(memory.Start, memory.Size));
        return memory;
    }

    /// <summary>The golden file in memory.</summary>
    internal static PrivateMemory Read()
    {
        var bytes = Bytes;
        var memory = PrivateMemory.Create(bytes.Length);
        bytes.CopyTo(new Span<byte>(memory.Start, memory.Size));
        return memory;
    }

    internal static string Path(string name) => SourceFile.Beside(name);

    /// <summary>Times and processes are other ones on every run.</summary>
    private static void Fix(Span<byte> region)
    {
        BinaryPrimitives.WriteInt64LittleEndian(region[RegionFormat.BegunAt..], 1_777_000_000_000);
        BinaryPrimitives.WriteInt64LittleEndian(region[RegionFormat.AttachedAt..], 1_777_000_000_500);
        BinaryPrimitives.WriteUInt32LittleEndian(region[RegionFormat.OwnerPidAt..], 4711);
        BinaryPrimitives.WriteUInt32LittleEndian(region[RegionFormat.WriterPidAt..], 4712);
        BinaryPrimitives.WriteUInt64LittleEndian(region[RegionFormat.OwnerStartAt..], 65536);
        BinaryPrimitives.WriteUInt64LittleEndian(region[RegionFormat.WriterStartAt..], 65600);
    }
}
