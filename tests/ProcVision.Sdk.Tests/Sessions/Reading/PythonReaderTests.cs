using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ProcVision.Sdk.Tests.Imaging;

namespace ProcVision.Sdk.Tests.Sessions.Reading;

/// <summary>A reader in another language, written from docs/session-format.md alone, finds in a region what ours finds.</summary>
public class PythonReaderTests
{
    [Fact]
    public void It_reads_every_kind_by_key_and_by_property()
    {
        var region = new RegionBuilder();
        var types = new StringBuilder();
        var slots = new StringBuilder();
        var kinds = BuiltIns.All;
        for (var i = 0; i < kinds.Length; i++)
        {
            types.Append(CultureInfo.InvariantCulture, $"{{\"kind\":\"{kinds[i].Name}\"}},");
            slots.Append(CultureInfo.InvariantCulture, $"{{\"key\":\"P{i}\",\"type\":\"T\",\"form\":\"value\",\"offset\":{i * 64},\"capacity\":{kinds[i].Bytes.Length},\"value\":{i}}},");
        }

        types.Append("""{"kind":"text"},{"kind":"enum","name":"E","of":0,"names":[["A",1],["B",2],["AB",3],["D",8]],"flags":true}""");
        var count = kinds.Length;
        slots.Append(CultureInfo.InvariantCulture, $"{{\"key\":\"Text\",\"type\":\"string?\",\"form\":\"text\",\"offset\":{count * 64},\"capacity\":16,\"value\":{count}}}");
        region.Layout($"{{\"name\":\"All\",\"types\":[{types}],\"slots\":[{slots}]}}", (count + 1) * 64, count + 1);
        for (var i = 0; i < count; i++)
        {
            region.Slot(i * 64, 3, kinds[i].Bytes, 8 + ((kinds[i].Bytes.Length + 7) & ~7));
            region.Entry($"k{i}", (byte)(i + 2), kinds[i].Bytes);
        }

        region.Slot(count * 64, 2, [7, 0, 0, 0, .. "引\"\\é"u8], 8);
        Same(region.Entry("null", 1).Entry("料", 22, "托盘"u8).Memory);
    }

    [Fact]
    public void It_reads_structs_lists_enums_and_json_by_the_description_in_front_of_them()
    {
        const string Grade = """{"kind":"int16"},{"kind":"enum","name":"E","of":0,"names":[["A",1],["B",2],["AB",3],["D",8],["Low",-1]],"flags":true}""";
        const string Pose = """{"kind":"struct","name":"Pose","size":24,"members":[{"name":"X","offset":0,"type":3},{"name":"Ok","offset":8,"type":4}]},{"kind":"double"},{"kind":"nullable","of":5,"size":16},{"kind":"int64"}""";
        var region = new RegionBuilder();
        foreach (short grade in new short[] { 0, 1, 11, 12, 4, -1 })
        {
            region.Coded($"g{grade}", $$"""{"types":[{{Grade}}],"value":1,"type":"E"}""", BitConverter.GetBytes(grade));
        }

        byte[] pose = [.. BitConverter.GetBytes(1.5), 1, 0, 0, 0, 0, 0, 0, 0, .. BitConverter.GetBytes(-7L)];
        byte[] none = [.. BitConverter.GetBytes(double.NaN), .. new byte[16]];
        region.Coded("poses", $$"""{"types":[{{Grade}},{{Pose}},{"kind":"array","name":"Pose[]","of":2}],"value":6,"type":"Pose[]"}""", [.. pose, .. none]);
        Same(region.Memory);
    }

    [Fact]
    public void It_reads_json_and_says_what_it_cannot_read()
    {
        var region = new RegionBuilder()
            .Coded("json", """{"types":[{"kind":"json","name":"J"}],"value":0,"type":"J"}""", """{"a":[1,2.5e3,"é",null]}"""u8)
            .Coded("bytes", """{"types":[{"kind":"byte"},{"kind":"array","name":"byte[]","of":0}],"value":1,"type":"byte[]"}""", [1, 2, 255])
            .Entry("bad", 22, "x"u8);
        region.U32(region.EntryAt(2) + 48 + 12, 0xFFFFFFFF);
        var read = Same(region.Memory);
        Assert.Contains("'bad'", Assert.Single(Ours(region.Memory).Problems), StringComparison.Ordinal);
        Assert.Single(read["problems"]!.AsArray());
    }

    [Fact]
    public void It_refuses_what_is_no_region()
    {
        var region = new RegionBuilder();
        region.U32(8, 2);
        var (_, error) = Run(region.Memory);
        Assert.Equal("version 2", error.Trim());
    }

    /// <summary>What it read, which is what ours reads.</summary>
    internal static JsonObject Same(RegionMemory memory)
    {
        var (output, error) = Run(memory);
        Assert.Equal("", error);
        var theirs = JsonNode.Parse(output)!.AsObject();
        var ours = Ours(memory);
        var expected = new JsonObject
        {
            ["id"] = ours.Origin.Id,
            ["pid"] = ours.Origin.Pid,
            ["algorithm"] = ours.Origin.Algorithm,
            ["context"] = JsonNode.Parse(ours.Origin.Context),
            ["generation"] = ours.Generation,
            ["open"] = ours.IsOpen,
            ["size"] = ours.Size,
            ["layout"] = ours.LayoutName,
            ["begun_ms"] = ours.BegunMs,
            ["attached_ms"] = ours.AttachedMs,
            ["owner"] = new JsonArray(ours.Owner.Id, ours.Owner.Start),
            ["writer"] = new JsonArray(ours.Writer.Id, ours.Writer.Start),
            ["values"] = new JsonArray([.. ours.Values.Select(Node)]),
            ["problems"] = theirs["problems"]!.DeepClone(),
        };
        Assert.True(JsonNode.DeepEquals(expected, theirs), $"{expected.ToJsonString()}\n{theirs.ToJsonString()}");
        return theirs;
    }

    private static RegionContent Ours(RegionMemory memory) => RegionReader.Read(memory);

    private static JsonObject Node(StoredValue value) => new()
    {
        ["key"] = value.Key,
        ["type"] = value.Type,
        ["value"] = JsonNode.Parse(value.Json),
        ["bytes"] = value.Bytes,
    };

    private static unsafe (string Output, string Error) Run(RegionMemory memory)
    {
        using var folder = new TemporaryDirectory();
        var file = Path.Combine(folder.Path, "region");
        File.WriteAllBytes(file, new ReadOnlySpan<byte>(memory.Start, memory.Size));
        using var python = Process.Start(new ProcessStartInfo("python3", [SourceFile.Beside("read_region.py"), file])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            Environment = { ["PYTHONIOENCODING"] = "utf-8" },
        })!;
        var error = python.StandardError.ReadToEndAsync();
        var output = python.StandardOutput.ReadToEnd();
        python.WaitForExit();
        return (output, error.Result);
    }
}
