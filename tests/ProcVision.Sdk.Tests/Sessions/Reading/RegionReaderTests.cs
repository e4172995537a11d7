using System.Text;

namespace ProcVision.Sdk.Tests.Sessions.Reading;

/// <summary>What a region says, and what it costs when it says something that cannot be.</summary>
public class RegionReaderTests
{
    private const string TwoSlots = """
        {"name":"TraySession","types":[{"kind":"int32"},{"kind":"text"}],"slots":[{"key":"Count","type":"int","form":"value","offset":0,"capacity":4,"value":0},{"key":"Label","type":"string?","form":"text","offset":24,"capacity":8,"value":1}]}
        """;

    private readonly RegionBuilder _region = new();

    [Fact]
    [Conformance(3, 6, 24, 35)]
    public void Whose_session_it_is_when_it_began_and_who_is_at_it_can_be_read()
    {
        var content = _region.Read();
        Assert.Equal(("s-1", "p001", "demo"), (content.Origin.Id, content.Origin.Pid, content.Origin.Algorithm));
        Assert.Equal("""{"operator":"dev"}""", Encoding.UTF8.GetString(content.Origin.Context));
        Assert.Equal((3u, true), (content.Generation, content.IsOpen));
        Assert.Equal((1_700_000_000_000, 1_700_000_000_500), (content.BegunMs, content.AttachedMs));
        Assert.Equal((new RegionProcess(11, 111), new RegionProcess(22, 222)), (content.Owner, content.Writer));
        Assert.Equal((32768, 16384), (content.Size, content.Used));
        Assert.Empty(content.Values);
        Assert.Empty(content.Problems);
    }

    [Fact]
    public void Typed_properties_come_in_their_order_and_keys_ordinally_behind_them()
    {
        _region.Layout(TwoSlots, 24 + 8 + (2 * 16), 2)
            .Slot(0, 3, [7, 0, 0, 0], 16)
            .Slot(24, 2, [6, 0, 0, 0, .. "托盘"u8], 8)
            .Entry("b", 7, 1, 0, 0, 0)
            .Entry("B", 1)
            .Entry("料", 22, "引\""u8)
            .Coded("c", """{"types":[{"kind":"json","name":"Plant.T"}],"value":0,"type":"Plant.T"}""", "[1]"u8);
        var content = _region.Read();
        Assert.Empty(content.Problems);
        Assert.Equal(["Count int 7", "Label string? \"托盘\"", "B null null", "b int 1", "c Plant.T [1]", "料 string \"引\\\"\""], RegionBuilder.Texts(content));
        Assert.Equal([4, 6, 0, 4, 3, 4], content.Values.Select(value => value.Bytes));
        Assert.Equal("TraySession", content.LayoutName);
        Assert.Equal(_region.End, content.Used);
    }

    [Fact, Conformance(17)]
    public void A_stored_null_is_a_value_and_an_empty_slot_is_none()
    {
        _region.Layout(TwoSlots, 64, 2).Slot(24, 1, [], 8);
        Assert.Equal("Label string? null", _region.Only());
    }

    [Fact]
    [Conformance(21, 22)]
    public void What_the_detection_before_has_left_is_not_there()
    {
        _region.Layout(TwoSlots, 64, 2).Slot(0, 2, [7, 0, 0, 0], 8).Entry("a", 2, 1);
        _region.U64(16, 4 | (1UL << 32));
        var content = _region.Read();
        Assert.Empty(content.Values);
        Assert.Empty(content.Problems);
    }

    [Fact]
    public void An_ended_detection_can_still_be_read()
    {
        _region.Entry("a", 2, 1);
        _region.U64(16, RegionBuilder.Generation);
        Assert.Equal("a bool true", _region.Only());
        Assert.False(_region.Read().IsOpen);
    }

    [Fact]
    public void Before_the_first_detection_there_is_nothing()
    {
        using var memory = PrivateMemory.Create(32768);
        RegionOwner.Format(memory);
        var content = RegionReader.Read(memory);
        Assert.Equal((0u, false, ""), (content.Generation, content.IsOpen, content.Origin.Id));
        Assert.Empty(content.Values);
        Assert.Empty(content.Problems);
    }

    [Fact]
    public void What_the_owner_writes_is_read()
    {
        using var memory = PrivateMemory.Create(32768);
        RegionOwner.Format(memory);
        RegionOwner.Begin(memory, new RegionIdentity("s-\"引", "p002", "a\n", "{\"a\": {\"a\":1,\"a\":2}}"u8.ToArray()));
        var origin = RegionReader.Read(memory).Origin;
        Assert.Equal(("s-\"引", "p002", "a\n", "{\"a\": {\"a\":1,\"a\":2}}"), (origin.Id, origin.Pid, origin.Algorithm, Encoding.UTF8.GetString(origin.Context)));
        RegionOwner.Begin(memory, new RegionIdentity("s-2", "p002", "a", Encoding.UTF8.GetBytes($"{{\"a\":\"{new string('x', 20000)}\"}}")));
        origin = RegionReader.Read(memory).Origin;
        Assert.Equal(("s-2", true, "{}"), (origin.Id, origin.IsContextLeftOut, Encoding.UTF8.GetString(origin.Context)));
    }

    [Theory]
    [InlineData(0, 0x42u, "文件标识不符")]
    [InlineData(8, 0u, "尚未就绪")]
    [InlineData(8, 2u, "格式版本是 2")]
    [InlineData(12, 65536u, "应有 65536 字节，实际 32768 字节")]
    [InlineData(16, 0xFFFFFFu, "代号 0x0000000100FFFFFF 无效")]
    [InlineData(20, 3u, "代号 0x0000000300000003 无效")]
    public void A_region_that_is_none_is_refused_with_the_reason(int at, uint value, string reason)
    {
        _region.U32(at, value);
        var refusal = Assert.Throws<SessionRegionException>(() => _region.Read());
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Memory_that_its_owner_has_not_made_a_region_yet_is_not_ready()
    {
        var refusal = Assert.Throws<SessionRegionException>(static () => RegionReader.Read(PrivateMemory.Create(RegionFormat.SmallestSize)));
        Assert.Contains("尚未就绪", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "不是有效的 JSON")]
    [InlineData("{\"id\":\"s\"", "不是有效的 JSON")]
    [InlineData("[]", "应为对象")]
    [InlineData("""{"id":1,"pid":"","algorithm":""}""", "缺少 id")]
    [InlineData("""{"id":"\ud800","pid":"","algorithm":""}""", "不是有效的 JSON")]
    [InlineData("""{"id":"s","pid":"","algorithm":"","context":[]}""", "context 应为对象")]
    public void An_identity_that_is_none_costs_the_identity_only(string identity, string reason)
    {
        _region.Entry("a", 2, 1);
        _region.Identity(identity.Length == 0 ? " " : identity);
        var content = _region.Read();
        Assert.Equal("", content.Origin.Id);
        Assert.Contains(reason, Assert.Single(content.Problems), StringComparison.Ordinal);
        Assert.Single(content.Values);
    }

    [Fact]
    public void An_identity_longer_than_its_room_is_not_looked_at()
    {
        _region.U32(80, 16129);
        Assert.Equal("身份: 长度 16129 超过 16128", Assert.Single(_region.Read().Problems));
    }

    public static TheoryData<string, string> BadSchemas => new()
    {
        { "{", "不是有效的 JSON" },
        { "[]", "应为对象" },
        { """{"name":"S","types":[]}""", "缺少 slots" },
        { """{"name":"S","name":"S","types":[],"slots":[]}""", "不是有效的 JSON" },
        { """{"name":"S","types":[],"slots":[],"more":1}""", "未知成员 'more'" },
        { """{"name":"\ud800","types":[],"slots":[]}""", "不是有效的 JSON" },
        { """{"name":"S","types":7,"slots":[]}""", "types 应为 Array" },
        { Slot("""{"kind":"int33"}"""), "未知的类型种类 'int33'" },
        { Slot("""{"kind":""}"""), "未知的类型种类 ''" },
        { Slot("""{"kind":"int32","size":4}"""), "未知成员 'size'" },
        { Slot("""{"kind":"int32"}""", index: 1), "类型 1 不存在" },
        { Slot("""{"kind":"int32"}""", index: -1), "value 超出范围" },
        { Slot("""{"kind":"int32"}""", capacity: 8), "容量 8 与其类型不符" },
        { Slot("""{"kind":"int32"}""", form: "text"), "形式 text" },
        { Slot("""{"kind":"int32"}""", form: "raw"), "形式未知" },
        { Slot("""{"kind":"text"}"""), "形式 value" },
        { Slot("""{"kind":"int32"}""", offset: 4), "位置 4 无效" },
        { Slot("""{"kind":"int32"}""", offset: 48), "位置 48 无效" },
        { Slot("""{"kind":"int32"}""", offset: 67108864), "位置 67108864 无效" },
        { Slot("""{"kind":"nullable","of":0,"size":8}"""), "嵌套超过 64 层" },
        { Slot("""{"kind":"nullable","of":1,"size":8},{"kind":"struct","name":"S","size":8,"members":[{"name":"a","offset":0,"type":0}]}"""), "嵌套超过 64 层" },
        { Slot("""{"kind":"nullable","of":1,"size":4},{"kind":"int32"}"""), "可空类型只有 4 字节" },
        { Slot("""{"kind":"struct","name":"S","size":0,"members":[]}"""), "结构的大小是 0" },
        { Slot("""{"kind":"struct","name":"S","size":4,"members":[{"name":"a","offset":1,"type":1}]},{"kind":"int32"}"""), "成员 'a' 超出结构的 4 字节" },
        { Slot("""{"kind":"enum","name":"E","of":1,"names":[]},{"kind":"double"}"""), "不是整数" },
        { Slot("""{"kind":"enum","name":"E","of":1,"names":[["a"]]},{"kind":"int32"}"""), "[名称, 整数]" },
        { Slot("""{"kind":"enum","name":"E","of":1,"names":[["a",1e99]]},{"kind":"int32"}"""), "[名称, 整数]" },
        { Slot("""{"kind":"array","name":"A","of":1},{"kind":"text"}""", form: "coded"), "没有固定大小" },
    };

    [Theory, MemberData(nameof(BadSchemas))]
    public void A_layout_that_cannot_be_costs_the_typed_properties_only(string schema, string reason)
    {
        _region.Layout(schema, 64, 1).Entry("a", 2, 1);
        var content = _region.Read();
        var problem = Assert.Single(content.Problems);
        Assert.StartsWith("属性布局: ", problem, StringComparison.Ordinal);
        Assert.Contains(reason, problem, StringComparison.Ordinal);
        Assert.Equal(["a bool true"], RegionBuilder.Texts(content));
    }

    [Theory]
    [InlineData(0, 100000u, "不符")]
    [InlineData(4, 63u, "不符")]
    [InlineData(4, 0xFFFFFFC0u, "不符")]
    [InlineData(8, 0xFFFFFFFFu, "不符")]
    [InlineData(12, 3u, "块中写着 3 个")]
    [InlineData(16, 1u, "哈希")]
    [InlineData(24, 0x20202020u, "哈希")]
    public void A_layout_block_whose_numbers_cannot_be_costs_the_typed_properties_only(int at, uint value, string reason)
    {
        var block = _region.End;
        _region.Layout(TwoSlots, 64, 2).Slot(0, 2, [7, 0, 0, 0], 8).Entry("a", 2, 1);
        _region.U32(block + at, value);
        Assert.Contains(reason, Assert.Single(_region.Read().Problems), StringComparison.Ordinal);
        Assert.Equal(["a bool true"], RegionBuilder.Texts(_region.Read()));
    }

    [Theory]
    [InlineData(0x0000_0100_0000_0008UL)]
    [InlineData(0x0000_0100_0000_4008UL)]
    [InlineData(0x0000_0000_0000_4000UL)]
    [InlineData(0xFFFF_FFFF_0000_4000UL)]
    [InlineData(0x0000_0100_FFFF_FFF0UL)]
    [InlineData(0x0000_0100_0000_7F10UL)]
    public void A_root_that_leads_nowhere_costs_the_typed_properties_only(ulong root)
    {
        _region.Entry("a", 2, 1);
        _region.U64(24, root);
        var content = _region.Read();
        Assert.StartsWith("属性布局: ", Assert.Single(content.Problems), StringComparison.Ordinal);
        Assert.Equal(["a bool true"], RegionBuilder.Texts(content));
    }

    [Fact]
    public void A_text_longer_than_its_slot_costs_itself_only()
    {
        _region.Layout(TwoSlots, 64, 2).Slot(0, 2, [7, 0, 0, 0], 8).Slot(24, 2, [9, 0, 0, 0], 8);
        var content = _region.Read();
        Assert.Equal("键 'Label': 长度 9 超过容量 8", Assert.Single(content.Problems));
        Assert.Equal(["Count int 7"], RegionBuilder.Texts(content));
    }

    [Fact]
    public void Bad_entries_cost_themselves_only()
    {
        _region.Entry("good", 2, 1).Entry("kind", 24, 1).Entry("block", 22, 1).Entry("outside", 22, 1).Entry("payload", 23, 1);
        _region.U32(_region.EntryAt(2) + 48 + 8, 8);
        _region.U32(_region.EntryAt(3) + 48 + 12, 0xFFFFFFFF);
        _region.U32(_region.EntryAt(4) + 48 + 16, 2);
        _region.Cell([0x08, 0, 0, 0, 1, 0, 2, 0]);
        _region.Entry("empty", 2, 1);
        _region.U64(_region.EntryAt(6), RegionBuilder.State(1));
        var content = _region.Read();
        Assert.Equal(["good bool true"], RegionBuilder.Texts(content));
        Assert.Equal(
            [
                "键 'kind': 未知的值种类 24", "键 'block': 位置 8 不是数据区中 16 的倍数", "键 'outside': 位置 ",
                "键 'payload': 值从 2 开始，块只有 1 字节", "位置", "位置",
            ],
            content.Problems.Select((problem, i) => i is 2 ? problem[..16] : i > 3 ? problem[..2] : problem));
    }

    [Fact]
    public void A_key_that_is_no_text_has_its_place_as_name()
    {
        _region.Entry("ab", 2, 1);
        _region.Bytes[BitConverter.ToInt32(_region.Bytes[(_region.EntryAt(0) + 48)..])] = 0xFF;
        Assert.Equal($"位置 {_region.EntryAt(0)} 的目录项: 键不是 UTF-8", Assert.Single(_region.Read().Problems));
    }

    [Fact]
    public void A_ring_of_chunks_ends()
    {
        _region.Entry("a", 2, 1);
        var chunk = _region.EntryAt(0) - 16;
        _region.U64(chunk, ((ulong)RegionBuilder.Generation << 40) | (uint)chunk);
        var content = _region.Read();
        Assert.Contains("重叠", Assert.Single(content.Problems), StringComparison.Ordinal);
        Assert.Equal(["a bool true"], RegionBuilder.Texts(content));
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(100000u)]
    [InlineData(0xFFFFFFFFu)]
    public void A_chunk_of_an_impossible_size_ends_the_chain(uint entries)
    {
        _region.Entry("a", 2, 1);
        _region.U32(_region.EntryAt(0) - 8, entries);
        Assert.StartsWith("键目录: ", Assert.Single(_region.Read().Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_stands_twice_is_not_shown()
    {
        _region.Entry("a", 2, 1).Entry("b", 2, 1).Entry("a", 2, 0);
        var content = _region.Read();
        Assert.Equal("键 'a': 出现两次", Assert.Single(content.Problems));
        Assert.Equal(["b bool true"], RegionBuilder.Texts(content));
    }

    [Fact]
    public void A_key_that_a_typed_property_has_taken_over_is_shown_once()
    {
        _region.Layout(TwoSlots, 64, 2).Slot(0, 2, [7, 0, 0, 0], 8).Entry("Count", 7, 6, 0, 0, 0);
        Assert.Equal("Count int 7", _region.Only());
    }

    [Fact]
    public void Values_that_share_bytes_are_not_shown()
    {
        _region.Entry("a", 22, "aaaa"u8).Entry("b", 22, "bbbb"u8).Entry("c", 22, "cccc"u8);
        _region.U32(_region.EntryAt(1) + 48 + 8, BitConverter.ToUInt32(_region.Bytes[(_region.EntryAt(0) + 48 + 8)..]));
        var content = _region.Read();
        Assert.Equal(["键 'a': 与其他内容占用相同的字节", "键 'b': 与其他内容占用相同的字节"], content.Problems);
        Assert.Equal(["c string \"cccc\""], RegionBuilder.Texts(content));
    }

    [Fact]
    public void A_value_that_lies_over_the_directory_is_not_shown()
    {
        _region.Entry("a", 22, "aaaa"u8).Entry("b", 2, 1);
        _region.U32(_region.EntryAt(0) + 48 + 8, (uint)_region.EntryAt(0) - 16);
        var content = _region.Read();
        Assert.Equal("键 'a': 与其他内容占用相同的字节", Assert.Single(content.Problems));
        Assert.Equal(["b bool true"], RegionBuilder.Texts(content));
    }

    [Fact]
    public void A_schema_that_makes_little_into_endless_JSON_has_an_end()
    {
        var name = new string('n', 3000);
        var types = $$"""{"kind":"byte"},{"kind":"struct","name":"S","size":1,"members":[{"name":"{{name}}","offset":0,"type":0}]},{"kind":"array","name":"S[]","of":1}""";
        _region.Property(types, 2, new byte[4000], "coded").Entry("b", 2, 1);
        var content = _region.Read();
        Assert.Equal("键 'K': 它的 JSON 过大", Assert.Single(content.Problems));
        Assert.Equal(["b bool true"], RegionBuilder.Texts(content));
    }

    [Fact]
    public void A_type_in_itself_in_the_description_of_a_value_costs_that_value_only()
    {
        _region.Coded("a", """{"types":[{"kind":"array","name":"A","of":0}],"value":0,"type":"A"}""", [1]).Entry("b", 2, 1);
        var content = _region.Read();
        Assert.Equal("键 'a': 类型 0 嵌套超过 64 层", Assert.Single(content.Problems));
        Assert.Equal(["b bool true"], RegionBuilder.Texts(content));
    }

    private static string Slot(string types, string form = "value", int offset = 0, int capacity = 4, int index = 0) =>
        $$"""{"name":"S","types":[{{types}}],"slots":[{"key":"K","type":"T","form":"{{form}}","offset":{{offset}},"capacity":{{capacity}},"value":{{index}}}]}""";
}
