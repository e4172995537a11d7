using System.IO.Compression;
using System.Text;

namespace ProcVision.Runner.Tests.Packages;

public sealed class NativeWheelTests
{
    [Theory]
    [InlineData("linux-x64", "x86_64")]
    [InlineData("linux-arm64", "aarch64")]
    [Conformance("531A")]
    public void It_is_for_one_machine_and_its_requirement_counts_on_no_other(string rid, string processor)
    {
        var wheel = new NativeWheel(new(rid));
        Assert.Equal($"procvision_native-{LauncherWheel.Version}-py3-none-linux_{processor}.whl", wheel.FileName);
        Assert.Equal($"procvision_native=={LauncherWheel.Version} ; sys_platform == \"linux\" and platform_machine == \"{processor}\"", wheel.Requirement);
    }

    [Theory]
    [InlineData("win-x64")]
    [InlineData("win-arm64")]
    public void There_is_none_for_Windows(string rid)
    {
        Assert.False(NativeWheel.IsFor(new(rid)));
        Assert.Contains(rid, Assert.Throws<PackageException>(() => new NativeWheel(new(rid))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_executable_stands_where_pip_takes_pythons_place_from_with_its_libraries_and_may_be_executed()
    {
        using var folder = new TemporaryFolder();
        string executable = folder.Write("scratch", [0x7F, 0x45, 0x4C, 0x46]), library = folder.Write("libturbojpeg.so.0", [1, 2, 3]);
        byte[] written = Written(executable, library);
        Assert.Equal(written, Written(executable, library));

        using var zip = new ZipArchive(new MemoryStream(written));
        string data = $"procvision_native-{LauncherWheel.Version}.data/scripts/", info = $"procvision_native-{LauncherWheel.Version}.dist-info";
        Assert.Equal([data + "libturbojpeg.so.0", data + "python", info + "/METADATA", info + "/WHEEL", info + "/RECORD"], zip.Entries.Select(static entry => entry.FullName));
        Assert.Equal([0x7F, 0x45, 0x4C, 0x46], Content(zip, data + "python"));
        Assert.Equal(0b1_000_000_111_101_101, zip.GetEntry(data + "python")!.ExternalAttributes >>> 16);
        string wheel = Encoding.ASCII.GetString(Content(zip, info + "/WHEEL"));
        Assert.Contains("Root-Is-Purelib: false\nTag: py3-none-linux_x86_64\n", wheel, StringComparison.Ordinal);
    }

    private static byte[] Written(string executable, string library)
    {
        using var stream = new MemoryStream();
        new NativeWheel(new("linux-x64")).Write(stream, executable, [library]);
        return stream.ToArray();
    }

    private static byte[] Content(ZipArchive zip, string path)
    {
        using var content = new MemoryStream();
        using var stream = zip.GetEntry(path)!.Open();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
