using System.Text;

namespace ProcVision;

/// <summary>What an entry of the directory holds, copied out with its key and block.</summary>
internal sealed class RegionEntry
{
    /// <summary>After <see cref="SessionKind.Text"/>: bytes of a type that stands in front of them.</summary>
    private const SessionKind Coded = SessionKind.Text + 1;

    private readonly SessionKind _kind;
    private readonly byte[] _cell;
    private readonly string? _problem;

    private RegionEntry(RegionView view, byte[] cell)
    {
        _cell = cell;
        _kind = (SessionKind)cell[RegionFormat.KindAt];
        KeyAt = BitConverter.ToUInt32(cell.AsSpan(RegionFormat.KeyOffsetAt));
        KeyLength = BitConverter.ToUInt16(cell.AsSpan(RegionFormat.KeyLengthAt));
        Key = KeyOf(KeyLength == 0 ? [] : view.CopyBlock(KeyAt, KeyLength));
        if (_kind < SessionKind.Text)
        {
            return;
        }

        BlockAt = BitConverter.ToUInt32(cell.AsSpan(RegionFormat.BlockOffsetAt));
        var length = BitConverter.ToUInt32(cell.AsSpan(RegionFormat.BlockLengthAt));
        try
        {
            Block = length == 0 ? [] : view.CopyBlock(BlockAt, length);
        }
        catch (RegionFault fault)
        {
            // The key is good, so that what is wrong has a name.
            _problem = fault.Message;
        }
    }

    internal string Key { get; }

    internal long KeyAt { get; }

    internal long KeyLength { get; }

    internal long BlockAt { get; }

    internal byte[] Block { get; } = [];

    private long StateOffset { get; init; }

    private ulong State { get; init; }

    /// <summary>Copies out what a state names; null when that is nothing.</summary>
    /// <exception cref="RegionFault">It does not lie in the region.</exception>
    internal static RegionEntry? Copy(RegionView view, long at, ulong state, ulong tag)
    {
        var status = StateWord.Status(state, tag);
        if (status == StateWord.Empty)
        {
            return null;
        }

        return (status & StateWord.HasValue) != 0
            ? new RegionEntry(view, view.Copy(at + RegionFormat.EntryCellsAt + (StateWord.Cell(state) * RegionFormat.EntryCellSize), RegionFormat.EntryCellSize))
            {
                StateOffset = at,
                State = state,
            }
            : throw new RegionFault($"状态 {status} 在目录中无效");
    }

    /// <summary>The value with its type.</summary>
    /// <exception cref="RegionFault">There is no such kind, or the description in front of the value is none.</exception>
    internal ReadValue ToValue()
    {
        if (_problem is not null)
        {
            throw new RegionFault(_problem);
        }

        var (name, type, bytes) = _kind switch
        {
            SessionKind.Null => (SessionKinds.Name(_kind), null, default),
            > SessionKind.Null and < SessionKind.Text => (SessionKinds.Name(_kind), new StoredBuiltIn(_kind), _cell.AsMemory(RegionFormat.CellValueAt, SessionBits.SizeOf(_kind))),
            SessionKind.Text => (SessionKinds.Name(_kind), new StoredText(), Block.AsMemory()),
            Coded => Described(),
            _ => throw new RegionFault($"未知的值种类 {(byte)_kind}"),
        };
        return new ReadValue { Key = Key, TypeName = name, Type = type, Bytes = bytes, StateOffset = StateOffset, State = State };
    }

    private (string Name, StoredType? Type, Memory<byte> Bytes) Described()
    {
        var payload = BitConverter.ToUInt32(_cell.AsSpan(RegionFormat.PayloadAt));
        if (payload > Block.Length)
        {
            throw new RegionFault($"值从 {payload} 开始，块只有 {Block.Length} 字节");
        }

        var described = DescribedType.Parse(Block.AsMemory(0, (int)payload));
        return (described.Name, described.Type, Block.AsMemory((int)payload));
    }

    private static string KeyOf(byte[] bytes) => System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : throw new RegionFault("键不是 UTF-8");
}
