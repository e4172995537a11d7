using System.Buffers;
using System.Text;

namespace ProcVision.Sdk.Tests.Sessions.Reading;

public class RegionArchiveTests
{
    [Fact]
    [Conformance(24, 35)]
    public void The_whole_state_is_one_JSON_object_with_context_types_sizes_and_times()
    {
        var region = new RegionBuilder()
            .Layout("""{"name":"S","types":[{"kind":"double"}],"slots":[{"key":"Score","type":"double?","form":"value","offset":0,"capacity":8,"value":0}]}""", 24, 1)
            .Slot(0, 3, BitConverter.GetBytes(0.5), 16)
            .Entry("料盘", 22, "托\"盘"u8)
            .Coded("t", """{"types":[{"kind":"json","name":"Plant.T"}],"value":0,"type":"Plant.T"}""", """{"a": 1}"""u8)
            .Entry("none", 1);
        Assert.Equal(
            """
            {"id":"s-1","pid":"p001","algorithm":"demo","generation":3,"context":{"operator":"dev"},"state_store":{"Score":0.5,"none":null,"t":{"a": 1},"料盘":"托\"盘"},"values":[{"key":"Score","type":"double?","bytes":8},{"key":"none","type":"null","bytes":0},{"key":"t","type":"Plant.T","bytes":8},{"key":"料盘","type":"string","bytes":7}],"size":{"region":32768,"used":USED},"times":{"begun_ms":1700000000000,"last_call_ms":1700000000500,"archived_ms":1700000001000},"problems":[]}
            """.Replace("USED", $"{region.End}", StringComparison.Ordinal),
            Archive(region));
    }

    [Fact]
    public void The_same_state_gives_the_same_bytes_wherever_its_keys_lie()
    {
        var forwards = new RegionBuilder().Entry("a", 2, 1).Entry("b", 2, 0);
        var backwards = new RegionBuilder().Entry("b", 2, 0).Entry("a", 2, 1);
        Assert.Equal(Archive(forwards), Archive(backwards));
    }

    [Fact]
    public void What_could_not_be_read_is_a_problem_and_no_value()
    {
        var region = new RegionBuilder().Entry("bad", 99).Entry("good", 2, 1);
        region.U32(84, 1);
        Assert.Contains(
            """
            "state_store":{"good":true},"values":[{"key":"good","type":"bool","bytes":1}]
            """.Trim(),
            Archive(region),
            StringComparison.Ordinal);
        Assert.EndsWith("""
            "problems":["上下文过长，未存入会话区域","键 'bad': 未知的值种类 99"]}
            """.Trim(), Archive(region), StringComparison.Ordinal);
    }

    private static string Archive(RegionBuilder region)
    {
        var bytes = new ArrayBufferWriter<byte>();
        RegionArchive.Write(bytes, region.Read(), 1_700_000_001_000);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
