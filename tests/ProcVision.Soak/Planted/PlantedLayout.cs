using System.Text;

namespace ProcVision.Soak.Planted;

/// <summary>
/// A layout block with three typed properties, written from docs/session-format.md and by none of the product's code: a struct, a text, an array.
/// </summary>
internal static unsafe class PlantedLayout
{
    private const int BlockAt = 16384;
    private const int SlotsAt = 1024;

    private const string Schema = """
        {"name":"Planted","types":[{"kind":"int64"},{"kind":"uInt64"},{"kind":"struct","name":"Pose","size":32,"members":[{"name":"Number","offset":0,"type":0},{"name":"A","offset":8,"type":1},{"name":"B","offset":16,"type":1},{"name":"C","offset":24,"type":1}]},{"kind":"text"},{"kind":"array","name":"long[]","of":0}],"slots":[{"key":"Pose","type":"Pose?","form":"value","offset":0,"capacity":32,"value":2},{"key":"Note","type":"string?","form":"text","offset":128,"capacity":1196,"value":3},{"key":"Curve","type":"long[]?","form":"coded","offset":2560,"capacity":3204,"value":4}]}
        """;

    private const int SlotsLength = 2560 + 8 + (2 * 3208);

    internal static PlantedSlot Pose(SharedMemory region) => new(Slots(region), 32, hasLength: false);

    internal static PlantedSlot Note(SharedMemory region) => new(Slots(region) + 128, 1196, hasLength: true);

    internal static PlantedSlot Curve(SharedMemory region) => new(Slots(region) + 2560, 3204, hasLength: true);

    /// <summary>Lays the block out, unless a predecessor has.</summary>
    internal static void Lay(SharedMemory region)
    {
        ref var root = ref *(ulong*)(region.Start + 24);
        if (root != 0)
        {
            return;
        }

        var block = region.Start + BlockAt;
        var schema = Encoding.UTF8.GetBytes(Schema);
        ((uint*)block)[0] = (uint)schema.Length;
        ((uint*)block)[1] = SlotsAt;
        ((uint*)block)[2] = SlotsLength;
        ((uint*)block)[3] = 3;
        var hash = 0xcbf29ce484222325;
        foreach (var letter in schema)
        {
            hash = (hash ^ letter) * 0x100000001b3;
        }

        ((ulong*)block)[2] = hash;
        schema.CopyTo(new Span<byte>(block + 24, SlotsAt - 24));
        Volatile.Write(ref root, BlockAt | ((ulong)(SlotsAt + SlotsLength) << 32));
    }

    private static byte* Slots(SharedMemory region) => region.Start + BlockAt + SlotsAt;
}
