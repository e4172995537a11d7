using System.Globalization;

namespace ProcVision.Sdk.Tests.Sessions.Reading;

/// <summary>docs/session-format.md and the code say the same numbers.</summary>
public class FormatDocumentTests
{
    private static readonly string[] Lines = File.ReadAllLines(SourceFile.Of("docs/session-format.md"));

    [Fact]
    public void The_header_is_where_the_page_says() => Same("## Header", 0, 2, new()
    {
        ["magic"] = RegionFormat.MagicAt,
        ["version"] = RegionFormat.VersionAt,
        ["size"] = RegionFormat.SizeAt,
        ["generation word"] = RegionFormat.GenerationAt,
        ["root"] = RegionFormat.RootAt,
        ["directory"] = RegionFormat.DirectoryAt,
        ["begun"] = RegionFormat.BegunAt,
        ["attached"] = RegionFormat.AttachedAt,
        ["owner pid"] = RegionFormat.OwnerPidAt,
        ["writer pid"] = RegionFormat.WriterPidAt,
        ["owner start"] = RegionFormat.OwnerStartAt,
        ["writer start"] = RegionFormat.WriterStartAt,
        ["identity length"] = RegionFormat.IdentityLengthAt,
        ["flags"] = RegionFormat.FlagsAt,
        ["reserved"] = RegionFormat.FlagsAt + sizeof(uint),
        ["identity"] = RegionFormat.IdentityAt,
        ["body"] = RegionFormat.BodyAt,
    });

    [Fact]
    public void The_layout_block_is_as_the_page_says() => Same("## Typed properties", 0, 2, new()
    {
        ["schema length"] = RegionFormat.SchemaLengthAt,
        ["slots offset"] = RegionFormat.SlotsOffsetAt,
        ["slots length"] = RegionFormat.SlotsLengthAt,
        ["slot count"] = RegionFormat.SlotCountAt,
        ["schema hash"] = RegionFormat.SchemaHashAt,
        ["schema"] = RegionFormat.SchemaAt,
    });

    [Fact]
    public void The_directory_is_as_the_page_says() => Same("## Values by key", 0, 2, new()
    {
        ["next"] = RegionFormat.ChunkNextAt,
        ["entry count"] = RegionFormat.ChunkCountAt,
        ["entries"] = RegionFormat.ChunkEntriesAt,
        ["state"] = 0,
        ["cell 0"] = RegionFormat.EntryCellsAt,
        ["cell 1"] = RegionFormat.EntryCellsAt + RegionFormat.EntryCellSize,
        ["key offset"] = RegionFormat.KeyOffsetAt,
        ["key length"] = RegionFormat.KeyLengthAt,
        ["kind"] = RegionFormat.KindAt,
        ["value"] = RegionFormat.CellValueAt,
        ["block offset"] = RegionFormat.BlockOffsetAt,
        ["block length"] = RegionFormat.BlockLengthAt,
        ["payload start"] = RegionFormat.PayloadAt,
    });

    [Fact]
    public void The_built_in_kinds_have_the_numbers_and_sizes_of_the_page()
    {
        var rows = Rows("### Built-in kinds").ToDictionary(row => row[1], row => (Number: int.Parse(row[0], CultureInfo.InvariantCulture), Bytes: row[2]), StringComparer.OrdinalIgnoreCase);
        foreach (var kind in Enum.GetValues<SessionKind>().Where(kind => kind != SessionKind.None))
        {
            Assert.True(rows.Remove(kind.ToString(), out var row), $"{kind} has no row");
            Assert.Equal((int)kind, row.Number);
            Assert.Equal(kind >= SessionKind.Text ? "any" : $"{SessionBits.SizeOf(kind)}", row.Bytes);
        }

        Assert.True(rows.Keys.All(name => name == "coded"), string.Join(' ', rows.Keys));
    }

    [Fact]
    public void Other_numbers_of_the_page_are_those_of_the_code()
    {
        var page = string.Join('\n', Lines);
        string[] said =
        [
            $"This is **version {RegionFormat.Version}**", $"32 KiB ({RegionFormat.SmallestSize}) to 64 MiB ({RegionFormat.LargestSize}) bytes, 256 KiB ({RegionFormat.DefaultSize})",
            $"always a multiple of {RegionMemory.SizeUnit}", $"begin at a multiple of {RegionFormat.BlockAlignment}",
            $"1 … {RegionFormat.LastGeneration} (`{RegionFormat.LastGeneration:X}`)", $"identity | UTF-8 JSON", $"| 256 | {RegionFormat.LargestIdentity} | identity",
            $"a multiple of {RegionFormat.SlotsAlignment} |", $"| {RegionFormat.ChunkEntriesAt} | {RegionFormat.EntrySize} each | entries",
            $"{RegionFormat.FirstChunkEntries} in the first chunk, {RegionFormat.LaterChunkEntries} in the others", $"at most {RegionFormat.LongestKey} |",
            $"spaces up to a multiple of {RegionFormat.PayloadAlignment}", $"(ours: {RegionLook.Tries} times)", $"Cell 0 is at {RegionFormat.SlotCellsAt} in the slot",
        ];
        Assert.All(said, text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.Contains("`cbf29ce484222325`", page, StringComparison.Ordinal);
        Assert.Equal(0xcbf29ce484222325, RegionHash.Of([]));
        Assert.Equal(unchecked((0xcbf29ce484222325 ^ 'a') * 0x100000001b3), RegionHash.Of("a"u8));
    }

    [Fact]
    public void The_words_of_the_page_are_those_of_the_code()
    {
        Assert.Equal(1UL << 32, RegionFormat.OpenBit);
        Assert.Equal(0xFFFFFFu, RegionFormat.GenerationMask);
        Assert.Equal(1u, RegionFormat.ContextLeftOut);
        Assert.Equal((0UL, 1UL, 2UL, 3UL), (StateWord.Empty, StateWord.Null, StateWord.First, StateWord.Second));
        Assert.Equal((7UL << 40) | (1 << 2) | 3, StateWord.NextValue((7UL << 40) | 2, StateWord.Tag(7)));
        Assert.Equal(((ulong)7 << 40) | 16384, RegionFormat.ChunkWord(7, 16384));
        Assert.Equal(((ulong)100 << 32) | 16384, RegionFormat.Root(16384, 100));
    }

    /// <summary>The lines of the dump: offset, bytes, and behind # what they are.</summary>
    internal static IEnumerable<string> Dump() =>
        Lines.SkipWhile(line => line != "```hex").Skip(1).TakeWhile(line => line != "```").Where(line => line.Length > 0);

    /// <summary>Every offset that the page gives a name under a heading is the code's, and none is missing.</summary>
    private static void Same(string heading, int offset, int name, Dictionary<string, int> code)
    {
        var said = Rows(heading).Where(row => row.Length > name && row[name].Length > 0 && int.TryParse(row[offset], out _)).ToArray();
        Assert.All(said, row => Assert.Equal($"{row[name]} {row[offset]}", $"{row[name]} {code.GetValueOrDefault(row[name], -1)}"));
        Assert.Equal(code.Keys.Order(StringComparer.Ordinal), said.Select(row => row[name]).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>The rows of all tables between a heading and the next one.</summary>
    private static IEnumerable<string[]> Rows(string heading)
    {
        var start = Array.IndexOf(Lines, heading);
        Assert.True(start > 0, $"There is no '{heading}'.");
        return Lines[(start + 1)..].TakeWhile(line => !line.StartsWith('#'))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && char.IsAsciiDigit(line[2]))
            .Select(line => line.Split('|')[1..^1].Select(cell => cell.Trim()).ToArray());
    }
}
