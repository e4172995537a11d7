using System.Diagnostics;

namespace ProcVision.EndToEnd.Tests.Sessions;

/// <summary>Records, lists and the rest in a native executable, written by generated code that sees nothing internal of the Sdk.</summary>
[Collection(PublishedExample.Sources)]
public sealed class NativeSessionValueTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("session-values").FullName;

    [Fact]
    public void A_native_executable_stores_and_reads_values_of_every_form()
    {
        var published = Run("dotnet", "publish", Path.Combine(Repository.Root, "tests/ProcVision.SessionValues.Native"), "-c", "Release", "-o", _folder);
        Assert.DoesNotContain("warning", published, StringComparison.OrdinalIgnoreCase);
        var name = OperatingSystem.IsWindows() ? "ProcVision.SessionValues.Native.exe" : "ProcVision.SessionValues.Native";
        var lines = Run(Path.Combine(_folder, name)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(
            [
                "typed T-1 料(1,2.5;-0.1,1E+300)Fine[-] 3,4 1 2 3",
                "keyed T-2()Bad[inner(0,0)77[-]] T-3()Fine[-] Bad",
                "keyed 0.5 NaN [z, 1,2] [a, 3,4]",
                "keyed a b",
                "refused 会话键 'template' 的值在 template.Points[1].X 处是 NaN，没有 JSON 形式；请先检查再存储",
                "kept T-2",
            ],
            lines);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
        return output;
    }
}
