using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace ProcVision.Runner.Tests.Packages;

public sealed class LauncherWheelTests
{
    [Fact, Conformance("531B", 528)]
    public void It_is_named_like_the_Python_SDK_and_runs_everywhere()
    {
        Assert.Equal($"procvision_algorithm_sdk-{LauncherWheel.Version}-py3-none-any.whl", LauncherWheel.FileName);
        Assert.Equal($"procvision_algorithm_sdk=={LauncherWheel.Version}", LauncherWheel.Requirement);
        Assert.All(LauncherWheel.FileName, static c => Assert.True(char.IsAscii(c)));
    }

    [Fact]
    public void Two_writes_give_the_same_bytes() => Assert.Equal(Written(), Written());

    [Fact]
    public void RECORD_names_every_file_with_its_hash_and_size_and_is_the_last()
    {
        using var wheel = new ZipArchive(new MemoryStream(Written()));
        var expected = wheel.Entries.SkipLast(1).Select(static entry =>
        {
            byte[] content = Content(entry);
            return $"{entry.FullName},sha256={Base64Url.EncodeToString(SHA256.HashData(content))},{content.Length}";
        });
        Assert.Equal($"{InfoOf(wheel)}/RECORD", wheel.Entries[^1].FullName);
        Assert.Equal([.. expected, $"{InfoOf(wheel)}/RECORD,,"], Encoding.ASCII.GetString(Content(wheel.Entries[^1])).TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void It_holds_the_adapter_and_says_what_pip_wants_to_know()
    {
        using var wheel = new ZipArchive(new MemoryStream(Written()));
        string info = InfoOf(wheel);
        Assert.Equal(
            [
                "procvision_algorithm_sdk/__init__.py", "procvision_algorithm_sdk/adapter.py", "procvision_algorithm_sdk/windows.py",
                $"{info}/METADATA", $"{info}/WHEEL", $"{info}/RECORD",
            ],
            wheel.Entries.Select(static entry => entry.FullName));
        Assert.Contains("Tag: py3-none-any\n", Text(wheel, $"{info}/WHEEL"), StringComparison.Ordinal);
        Assert.Contains("Root-Is-Purelib: true\n", Text(wheel, $"{info}/WHEEL"), StringComparison.Ordinal);
        Assert.Contains($"\nName: procvision_algorithm_sdk\nVersion: {LauncherWheel.Version}\n", Text(wheel, $"{info}/METADATA"), StringComparison.Ordinal);
        Assert.DoesNotContain("\r", Text(wheel, "procvision_algorithm_sdk/adapter.py"), StringComparison.Ordinal);
    }

    /// <summary>What a compressor makes changes with its version, and the time of writing with the time.</summary>
    [Fact]
    public void Nothing_in_it_depends_on_when_and_by_what_it_was_written()
    {
        using var wheel = new ZipArchive(new MemoryStream(Written()));
        Assert.All(wheel.Entries, static entry =>
        {
            Assert.Equal(entry.Length, entry.CompressedLength);
            Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime);
            Assert.Equal(0b1_000_000_110_100_100, entry.ExternalAttributes >>> 16);
        });
    }

    [Fact]
    public async Task Python_finds_nothing_wrong_with_the_zip()
    {
        Python.SkipWithout();
        using var folder = new TemporaryFolder();
        string file = folder.Write(LauncherWheel.FileName, Written());
        var (exit, output, error) = await Python.RunAsync(folder.Path, ["-m", "zipfile", "-t", file]);
        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("Done testing", output, StringComparison.Ordinal);
    }

    private static byte[] Written()
    {
        using var stream = new MemoryStream();
        LauncherWheel.Write(stream);
        return stream.ToArray();
    }

    private static string InfoOf(ZipArchive wheel) => wheel.Entries[^1].FullName.Split('/')[0];

    private static string Text(ZipArchive wheel, string path) => Encoding.UTF8.GetString(Content(wheel.GetEntry(path)!));

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
