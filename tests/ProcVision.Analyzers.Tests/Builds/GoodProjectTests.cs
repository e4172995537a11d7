using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Builds;

/// <summary>
/// A program beside a library with an algorithm of its own, built, published and started as an author does it. With the recommended
/// analysis: no one tells the author to make a step method static (CA1822), which PV1015 forbids.
/// </summary>
public sealed class GoodProjectTests
{
    [Fact]
    public async Task A_program_and_a_library_carry_their_manifests_and_assets_to_output_and_publish()
    {
        using var folder = new BuiltFolder();
        string withAssets = Demo.OneStep.Replace("\"steps\"", "\"default_config\": { \"config\": \"assets/deep/config.json\" }, \"steps\"", StringComparison.Ordinal);
        folder
            .Project("Coins", Source("Coins"), withAssets, "<GenerateDocumentationFile>true</GenerateDocumentationFile>")
            .Write("Coins/assets/deep/config.json", "{}")
            .Project(
                "blades-3",
                Source("Blades") + " internal static class Uses { internal static int Both => Coins.ProcVisionTable.Algorithms.Count + blades_3.ProcVisionTable.Algorithms.Count; }",
                withAssets,
                "<OutputType>Exe</OutputType><GenerateDocumentationFile>true</GenerateDocumentationFile><AnalysisMode>Recommended</AnalysisMode>",
                """<ProjectReference Include="../Coins/Coins.csproj" />""")
            .Write("blades-3/assets/deep/config.json", "{}")
            .Write("blades-3/second/manifest.json", Demo.OneStep.Replace(":Demo", ":Second", StringComparison.Ordinal))
            .Write("blades-3/second/assets/model.bin", "")
            .Write("blades-3/Second.cs", Source("Blades").Replace("class Demo", "class Second", StringComparison.Ordinal));

        var (exitCode, output) = await folder.BuildAsync(
            """
            <Target Name="Build">
              <MSBuild Projects="blades-3/blades-3.csproj" Targets="Restore" Properties="Phase=Restore" />
              <MSBuild Projects="blades-3/blades-3.csproj" Targets="Build;Publish" Properties="PublishDir=out/" />
              <MSBuild Projects="blades-3/blades-3.csproj" Targets="Build" Properties="Phase=Again" />
            </Target>
            """,
            TestContext.Current.CancellationToken);
        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("warning", output, StringComparison.Ordinal);

        foreach (string place in (string[])["blades-3/bin/Debug/net10.0", "blades-3/out"])
        {
            Assert.Equal(
                [
                    "Coins/assets/deep/config.json", "Coins/manifest.json",
                    "assets/deep/config.json", "manifest.json",
                    "second/assets/model.bin", "second/manifest.json",
                ],
                Directory.EnumerateFiles(folder.PathOf(place), "*", SearchOption.AllDirectories)
                    .Select(file => Path.GetRelativePath(folder.PathOf(place), file).Replace('\\', '/'))
                    .Where(file => file.EndsWith("manifest.json", StringComparison.Ordinal) || file.Contains("assets/", StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal));
        }

        Assert.Contains("\"type\":\"hello\"", await HelloAsync(folder.PathOf("blades-3/out/blades-3.dll")), StringComparison.Ordinal);
    }

    private static string Source(string name) =>
        $"namespace {name} {{ /** <summary>.</summary> */ [Algorithm] public sealed partial class Demo {{ {Demo.Locate} }} }}";

    /// <summary>Starts the program, takes its first frame, ends its input and checks that it ends in order.</summary>
    private static async Task<string> HelloAsync(string program)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo("dotnet", [program, "--entry", "main:Demo"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        byte[] length = new byte[4];
        await process.StandardOutput.BaseStream.ReadExactlyAsync(length, cancellation);
        byte[] body = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
        await process.StandardOutput.BaseStream.ReadExactlyAsync(body, cancellation);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellation);
        Assert.True(process.ExitCode == 0, await errors);
        return Encoding.UTF8.GetString(body);
    }
}
