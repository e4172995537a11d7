namespace ProcVision.Runner.Tests.Packages;

public sealed class NativeFolderTests
{
    [Fact]
    public void Executable_and_libraries_lie_in_the_folder_of_their_machine()
    {
        Assert.Equal("native/linux-x64/demo", new NativeFolder("linux-x64").Executable("demo"));
        Assert.Equal("native/win-x64/demo.exe", new NativeFolder("win-x64").Executable("demo"));
        Assert.Equal("native/linux-arm64/libturbojpeg.so.0", new NativeFolder("linux-arm64").Library("/usr/lib/libturbojpeg.so.0"));
        Assert.Equal("native/win-x64/turbojpeg.dll", new NativeFolder("win-x64").Library("turbojpeg.dll"));
    }

    [Theory]
    [InlineData("linux-x64", "LICENSE")]
    [InlineData("win-x64", "helper.EXE")]
    public void What_the_launcher_would_take_for_the_executable_is_refused(string rid, string file) =>
        Assert.Contains(Path.GetFileName(file), Assert.Throws<PackageException>(() => new NativeFolder(rid).Library(file)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_machine_that_the_launcher_does_not_know_is_refused() =>
        Assert.Contains("linux-x64", Assert.Throws<PackageException>(static () => new NativeFolder("linux-musl-x64")).Message, StringComparison.Ordinal);
}
