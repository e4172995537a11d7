using System.Buffers;
using System.Globalization;
using System.Text;

namespace ProcVision.Sdk.Tests.Sessions.Reading;

/// <summary>
/// A region that is checked in: what other programs read today they must be able to read tomorrow. Where the format changes on purpose, its version
/// changes, and PROCVISION_WRITE_GOLDEN=1 writes both files anew.
/// </summary>
public class GoldenRegionTests
{
    [Fact]
    public unsafe void The_same_calls_make_the_same_bytes_as_ever()
    {
        using var memory = GoldenRegion.Make();
        var made = new ReadOnlySpan<byte>(memory.Start, memory.Size);
        if (Environment.GetEnvironmentVariable("PROCVISION_WRITE_GOLDEN") == "1")
        {
            File.WriteAllBytes(GoldenRegion.Path("golden-region.bin"), made);
            File.WriteAllText(GoldenRegion.Path("golden-region.json"), Archive(memory) + "\n");
        }

        var golden = GoldenRegion.Bytes;
        Assert.Equal(golden.Length, made.Length);
        var same = made.CommonPrefixLength(golden);
        Assert.True(same == golden.Length, $"byte {same} is another one");
    }

    [Fact]
    [Conformance(35)]
    public void It_is_read_as_ever()
    {
        using var memory = GoldenRegion.Read();
        Assert.Equal(GoldenRegion.Json, Archive(memory));
        PythonReaderTests.Same(memory);
    }

    [Fact]
    public void The_page_shows_every_byte_of_it_that_is_not_zero()
    {
        var golden = GoldenRegion.Bytes;
        var shown = new byte[golden.Length];
        foreach (var line in FormatDocumentTests.Dump())
        {
            var parts = line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var bytes = parts[1..].Select(text => byte.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray();
            bytes.CopyTo(shown, int.Parse(parts[0], CultureInfo.InvariantCulture));
        }

        Assert.Equal(golden, shown);
    }

    private static string Archive(RegionMemory memory)
    {
        var bytes = new ArrayBufferWriter<byte>();
        RegionArchive.Write(bytes, RegionReader.Read(memory), GoldenRegion.ArchivedMs);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
