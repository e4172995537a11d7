using System.Diagnostics;
using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Builds;

/// <summary>Session values of a library, in a program that only refers to it: built by a real <c>dotnet build</c> and run.</summary>
public sealed class LibraryValuesTests
{
    [Fact]
    public async Task A_program_keeps_the_marked_values_of_a_library_by_key_and_in_its_own_records()
    {
        using var folder = new BuiltFolder();
        folder
            .Project(
                "Parts",
                """
                namespace Parts
                {
                    [SessionValue] public record Part(string Name, Pose Pose);
                    [SessionValue] public readonly record struct Pose(double X, double Y);
                }
                """,
                properties: "<Nullable>disable</Nullable><LangVersion>13</LangVersion>")
            .Project(
                "Station",
                $$"""
                using System;
                using System.Collections.Generic;
                using Parts;
                using ProcVision.Testing;

                [Algorithm] public sealed partial class Demo
                {
                    [Execute(1), NoImage] ExecuteResult Locate(in LocateStep step)
                    {
                        step.Session.Set("parts", new List<Part> { new("A", new Pose(1, 2)) });
                        step.Session.Set("pose", new Pose(3, 4));
                        step.Session.Set("tray", new Tray(new Part("B", new Pose(5, 6))));
                        return ExecuteResult.Ng($"{step.Session.Get<List<Part>>("parts")![0].Name} {step.Session.Get<Pose>("pose").Y} {step.Session.Get<Tray>("tray")!.Part.Pose.X}");
                    }
                }

                [SessionValue] public record Tray(Part Part);

                public static class Program
                {
                    public static void Main()
                    {
                        using var test = AlgorithmTest.Start<Demo>("p001");
                        Console.WriteLine(test.Execute(1).Message);
                    }
                }
                """,
                Demo.OneStep,
                "<OutputType>Exe</OutputType>",
                """<ProjectReference Include="../Parts/Parts.csproj" />""");

        var (exitCode, output) = await folder.BuildAsync(
            """
            <Target Name="Build">
              <MSBuild Projects="Station/Station.csproj" Targets="Restore" Properties="Phase=Restore" />
              <MSBuild Projects="Station/Station.csproj" Targets="Build" />
            </Target>
            """,
            TestContext.Current.CancellationToken);
        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("warning", output, StringComparison.Ordinal);

        var start = new ProcessStartInfo("dotnet", [folder.PathOf("Station/bin/Debug/net10.0/Station.dll")]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        Assert.Equal("A 4 5", (await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Trim());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
