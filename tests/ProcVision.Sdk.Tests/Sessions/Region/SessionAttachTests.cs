using System.Buffers.Binary;
using System.Text;
using ProcVision.Sdk.Tests.Protocol;

namespace ProcVision.Sdk.Tests.Sessions.Region;

/// <summary>A writer comes to memory that somebody else has written.</summary>
public unsafe class SessionAttachTests
{
    private static readonly double[] Numbers = [1.5, 2.5];

    private readonly Detection _detection = new(RegionFormat.SmallestSize);

    [Fact]
    public void Another_process_finds_every_value_and_goes_on()
    {
        Fill(_detection.Session);
        for (var i = 0; i < 100; i++)
        {
            _detection.Session.Set($"k{i}", i);
        }

        var expected = Shown(_detection.Session);
        var session = _detection.Attach();
        var tray = TraySession.Over(session);
        Assert.Equal(expected, Shown(session));
        Assert.Equal(new Pose(1, 2, 3), tray.Pose);
        Assert.Equal(DayOfWeek.Friday, tray.Day);
        Assert.Equal([1.5, 2.5], session.Get<double[]>("numbers")!);
        tray.Count++;
        session.Set("text", "another");
        session.Set("k5", "of another type");
        Assert.True(session.Delete("k6"));
        session.Set("new", 1);

        session = _detection.Attach();
        Assert.Equal(8, TraySession.Over(session).Count);
        Assert.Equal("another", session.Get("text", ""));
        Assert.Equal("of another type", session.Get("k5", ""));
        Assert.False(session.Exists("k6"));
        Assert.Equal(1, session.Get("new", 0));
        Assert.Equal(99, session.Get("k99", 0));
    }

    [Fact]
    public void The_header_says_who_writes_and_since_when()
    {
        Assert.Equal((uint)Environment.ProcessId, _detection.Header->WriterPid);
        Assert.InRange(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() - _detection.Header->Attached, 0, 60_000);
        Assert.Equal(_detection.Header->OwnerStart, _detection.Header->WriterStart);
    }

    [Fact]
    public void What_is_no_region_of_this_version_and_size_is_refused_with_the_reason()
    {
        Refused("不是会话区域", (0, 'X'));
        Refused("尚未就绪", (RegionFormat.VersionAt, 0));
        Refused("版本是 2", (RegionFormat.VersionAt, 2));
        Refused("应有 32769 字节", (RegionFormat.SizeAt, 1));
    }

    [Fact]
    public void A_detection_that_has_ended_or_is_another_is_refused_with_both_generations()
    {
        RegionOwner.End(_detection.Memory);
        Assert.Contains("第 1 代（已结束）", _detection.Refusal(), StringComparison.Ordinal);
        _ = _detection.Begin();
        Assert.Contains("要求第 1 代，区域是第 2 代（进行中）", Refusal(1), StringComparison.Ordinal);
        Assert.Contains("要求第 0 代", Refusal(0), StringComparison.Ordinal);
        Assert.Contains("要求第 3 代", Refusal(3), StringComparison.Ordinal);
        Assert.Contains("要求第 16777218 代", Refusal((1 << 24) + 2), StringComparison.Ordinal);
        _detection.Header->Generation |= 1UL << 33;
        Assert.Contains("要求第 2 代", _detection.Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_that_refers_outside_or_to_nothing_valid_is_refused()
    {
        Fill(_detection.Session);
        var entry = EntryOf("text");
        var cell = entry + RegionFormat.EntryCellsAt + (_detection.Bytes[entry] % 2 * RegionFormat.EntryCellSize);
        foreach (var (at, values, reason) in ((int, uint[], string)[])
            [
                (cell + RegionFormat.KeyOffsetAt, [0, 256, 16383, 16385, 32768, 0xFFFFFFF0], "键 位于"),
                (cell + RegionFormat.BlockOffsetAt, [0, 256, 16383, 32760, 32768, 0xFFFFFFF0], "的值 位于"),
                (cell + RegionFormat.BlockLengthAt, [32768, 0x7FFFFFFF, 0xFFFFFFFF], "的值 位于"),
                (cell + RegionFormat.PayloadAt, [8, 0xFFFFFFFF], "内容起点"),
            ])
        {
            foreach (var value in values)
            {
                Refused(reason, at, value);
            }
        }

        Refused("键不是有效的 UTF-8 或过长", (cell + RegionFormat.KeyLengthAt + 1, 5));
        Refused("不是有效的", (cell + RegionFormat.KindAt, 0));
        Refused("不是有效的", (cell + RegionFormat.KindAt, 24));
        Refused("条目状态无效", (entry, (_detection.Bytes[entry] & 0xFC) | 1));
        Refused("'text' 的文本不是有效的 UTF-8", (_detection.Find("some text"u8), 0xFF));
        Refused("键不是有效的 UTF-8", (BinaryPrimitives.ReadInt32LittleEndian(_detection.Bytes[cell..]), 0xFF));
    }

    [Fact]
    public void A_chain_of_chunks_that_is_a_ring_ends()
    {
        Fill(_detection.Session);
        var chunk = (int)RegionFormat.ChunkOffset(_detection.Header->Directory, _detection.Generation);
        BinaryPrimitives.WriteUInt64LittleEndian(_detection.Bytes[chunk..], _detection.Header->Directory);
        Assert.Contains("已损坏", _detection.Refusal(), StringComparison.Ordinal);

        // Also when each says that it has as many entries as it should: the first of 32 and the next ones of 64.
        _detection.Begin();
        for (var i = 0; i < 40; i++)
        {
            _detection.Session.Set($"k{i}", i);
        }

        chunk = (int)RegionFormat.ChunkOffset(_detection.Header->Directory, _detection.Generation);
        var next = BinaryPrimitives.ReadUInt64LittleEndian(_detection.Bytes[chunk..]);
        BinaryPrimitives.WriteUInt64LittleEndian(_detection.Bytes[(int)RegionFormat.ChunkOffset(next, _detection.Generation)..], next);
        Assert.Contains("成环", _detection.Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Chunks_of_a_wrong_size_or_place_are_refused()
    {
        Fill(_detection.Session);
        var chunk = (int)RegionFormat.ChunkOffset(_detection.Header->Directory, _detection.Generation);
        Refused("个条目，应为 32", (chunk + RegionFormat.ChunkCountAt, 31));
        foreach (var offset in (ulong[])[8, 16376, 16385, 30_208, 32_768, 0xFFFFFFFFFF])
        {
            var old = _detection.Header->Directory;
            _detection.Header->Directory = ((ulong)_detection.Generation << 40) | offset;
            Assert.Contains("目录块 位于", _detection.Refusal(), StringComparison.Ordinal);
            _detection.Header->Directory = old;
        }
    }

    [Fact]
    public void One_key_twice_is_refused()
    {
        _detection.Session.Set("aa", 1);
        _detection.Session.Set("ab", 2);
        Refused("'aa' 重复", (_detection.Find("ab"u8) + 1, 'a'));
    }

    [Fact]
    public void Values_that_share_their_bytes_are_refused()
    {
        _detection.Session.Set("a", new string('x', 40));
        _detection.Session.Set("b", "y");
        var entry = EntryOf("b");
        var cell = entry + RegionFormat.EntryCellsAt + (_detection.Bytes[entry] % 2 * RegionFormat.EntryCellSize);
        Refused("重叠", cell + RegionFormat.BlockOffsetAt, (uint)_detection.Find("xxxx"u8) + 16);
        Refused("重叠", cell + RegionFormat.BlockOffsetAt, (uint)RegionFormat.ChunkOffset(_detection.Header->Directory, _detection.Generation));
    }

    [Theory]
    [InlineData("true", 0, 2)]
    [InlineData("decimal", 0, 1)]
    [InlineData("decimal", 2, 29)]
    [InlineData("time", 7, 0x3F)]
    [InlineData("moment", 15, 0x3F)]
    [InlineData("moment", 1, 4)]
    [InlineData("day", 3, 1)]
    [InlineData("clock", 6, 4)]
    [InlineData("letter", 1, 0xD8)]
    public void Bytes_that_are_no_value_of_their_kind_are_refused(string key, int at, byte value)
    {
        var session = _detection.Session;
        session.Set("true", true);
        session.Set("decimal", 1.5m);
        session.Set("time", new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        session.Set("moment", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(8)));
        session.Set("day", new DateOnly(2026, 1, 2));
        session.Set("clock", new TimeOnly(3, 4, 5));
        session.Set("letter", 'a');
        var entry = EntryOf(key);
        var cell = entry + RegionFormat.EntryCellsAt + (_detection.Bytes[entry] % 2 * RegionFormat.EntryCellSize);
        Refused($"键 '{key}' 的值不是有效的", (cell + RegionFormat.CellValueAt + at, value));
    }

    [Fact]
    public void A_layout_block_that_lies_outside_or_runs_over_is_refused()
    {
        Fill(_detection.Session);
        var root = _detection.Header->Root;
        var (offset, length) = ((int)RegionFormat.RootOffset(root), (int)RegionFormat.RootLength(root));
        foreach (var bad in (ulong[])[RegionFormat.Root(0, length), RegionFormat.Root(256, length), RegionFormat.Root(offset + 16, length), RegionFormat.Root(offset, 8),
            RegionFormat.Root(offset, 0), RegionFormat.Root(offset, 1 << 20), ulong.MaxValue, RegionFormat.Root(32_768, 64), RegionFormat.Root(32_704, 65)])
        {
            _detection.Header->Root = bad;
            Assert.Contains("已损坏: 类型化属性", _detection.Refusal(), StringComparison.Ordinal);
        }

        _detection.Header->Root = root;
        foreach (var at in (int[])[RegionFormat.SchemaLengthAt, RegionFormat.SlotsOffsetAt, RegionFormat.SlotsLengthAt])
        {
            foreach (var value in (uint[])[0x7FFFFFFF, 0xFFFFFFFF, 40_000])
            {
                Refused("类型化属性的描述", offset + at, value);
            }
        }
    }

    [Fact]
    public void A_schema_that_is_none_is_refused_when_it_is_not_the_own_one()
    {
        Fill(_detection.Session);
        Refused("类型化属性的描述", (_detection.Find("\"slots\":["u8), 'x'));
        Refused("类型化属性的描述", (_detection.Find("{\"name\""u8), '['));

        // Another key of the same length: as if another version had been here.
        Refused("'Count' 的位置", (_detection.Find("\"offset\":40"u8) + 9, '3'));
    }

    [Fact]
    public void A_typed_property_that_holds_no_value_of_its_type_is_refused()
    {
        Fill(_detection.Session);
        var slots = (int)(RegionLayoutBlock.Slots(_detection.Memory, _detection.Header->Root) - _detection.Memory.Start);
        var label = slots + 88;
        var cell = label + 8 + (_detection.Bytes[label] % 2 * 24);
        Refused("'Label' 的值不是有效的 string?", cell, 21);
        Refused("'Label' 的值不是有效的 string?", cell, 0xFFFFFFFF);
        Refused("'Label' 的值不是有效的 string?", (cell + 4, 0xFF));
        Refused("'Count' 的值不是有效的 int", (slots + 40, (_detection.Bytes[slots + 40] & 0xFC) | 1));
        TraySession.Over(_detection.Attach()).Keyed.Set("Mark", 'x');
        var mark = slots + 224;
        Refused("'Mark' 的值不是有效的 char?", (mark + 8 + (_detection.Bytes[mark] % 2 * 8) + 1, 0xD8));
    }

    [Fact]
    public void A_region_with_any_bytes_changed_is_refused_or_read_and_never_left()
    {
        Fill(_detection.Session);
        for (var i = 0; i < 40; i++)
        {
            _detection.Session.Set($"k{i}", i);
        }

        var random = Seeded.Random(out var seed);
        var whole = _detection.Bytes.ToArray();
        var used = _detection.Memory.Size - SessionStore.Attach(_detection.Memory, _detection.Generation).FreeBytes;
        var refused = 0;
        for (var i = 0; i < 20_000; i++)
        {
            whole.CopyTo(_detection.Bytes);
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                Change(random, used);
            }

            try
            {
                var session = _detection.Attach();
                _ = TraySession.Over(session).Label;
                foreach (var value in session.ToValues())
                {
                    Assert.True(session.Exists(value.Key), $"seed {seed}, step {i}");
                }

                session.Set("after", "text");
                _ = session.Delete("k3");
                session.Set("text", new string('y', 3000));
                Assert.Equal("text", session.Get("after", ""));
                Assert.Equal("text", _detection.Attach().Get("after", ""));
            }
            catch (Exception e) when (e is SessionRegionException or SessionException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 1, 19_999);
    }

    private static void Fill(Session session)
    {
        var tray = TraySession.Over(session);
        tray.Tray = new Rect(1, 2, 3, 4);
        tray.Count = 7;
        tray.Label = "料盘";
        tray.Pose = new Pose(1, 2, 3);
        tray.Day = DayOfWeek.Friday;
        session.Set("text", "some text");
        session.Set("number", 5);
        session.Set<string?>("null", null);
        session.Set("numbers", Numbers);
    }

    private static string Shown(Session session) =>
        string.Join('\n', session.ToValues().Select(v => $"{v.Key} {v.Type} {Encoding.UTF8.GetString(v.Json)}"));

    private void Change(Random random, int used)
    {
        // The header, and what is in use of the body: the rest is nobody's.
        var at = random.Next(3) == 0 ? random.Next(88) : RegionFormat.BodyAt + random.Next(used - RegionFormat.BodyAt);
        var bytes = _detection.Bytes[at..];
        switch (random.Next(4))
        {
            case 0:
                bytes[0] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[0] = (byte)random.Next(256);
                break;
            case 2:
                BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)random.NextInt64(1L << random.Next(1, 33)));
                break;
            default:
                BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)random.NextInt64());
                break;
        }
    }

    private int EntryOf(string key)
    {
        var chunk = (int)RegionFormat.ChunkOffset(_detection.Header->Directory, _detection.Generation);
        for (var i = 0; i < RegionFormat.FirstChunkEntries; i++)
        {
            var entry = chunk + RegionFormat.ChunkEntriesAt + (i * RegionFormat.EntrySize);
            var cell = _detection.Bytes[(entry + RegionFormat.EntryCellsAt + (_detection.Bytes[entry] % 2 * RegionFormat.EntryCellSize))..];
            var (at, length) = (BinaryPrimitives.ReadInt32LittleEndian(cell), BinaryPrimitives.ReadUInt16LittleEndian(cell[RegionFormat.KeyLengthAt..]));
            if (Encoding.UTF8.GetString(_detection.Bytes.Slice(at, length)) == key)
            {
                return entry;
            }
        }

        throw new KeyNotFoundException(key);
    }

    private string Refusal(uint generation) =>
        Assert.Throws<SessionRegionException>(() => SessionStore.Attach(_detection.Memory, generation)).Message;

    private void Refused(string reason, (int At, int Value) change)
    {
        var old = _detection.Bytes[change.At];
        _detection.Bytes[change.At] = (byte)change.Value;
        Assert.Contains(reason, _detection.Refusal(static session => _ = TraySession.Over(session).Count), StringComparison.Ordinal);
        _detection.Bytes[change.At] = old;
    }

    private void Refused(string reason, int at, uint value)
    {
        var old = BinaryPrimitives.ReadUInt32LittleEndian(_detection.Bytes[at..]);
        BinaryPrimitives.WriteUInt32LittleEndian(_detection.Bytes[at..], value);
        Assert.Contains(reason, _detection.Refusal(static session => _ = TraySession.Over(session).Count), StringComparison.Ordinal);
        BinaryPrimitives.WriteUInt32LittleEndian(_detection.Bytes[at..], old);
    }
}
