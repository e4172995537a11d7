using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Builds;

/// <summary>Rules of the framework that would ask for what the host forbids, with the framework's own analyzers in a real build.</summary>
public sealed class FrameworkRuleTests
{
    private const string Unused = "dotnet_diagnostic.IDE0051.severity = error\ndotnet_diagnostic.IDE0060.severity = error\ndotnet_diagnostic.CA1822.severity = error\n";

    [Fact]
    public async Task Step_methods_and_hooks_keep_their_parameters_and_stay_on_the_instance_and_the_rest_of_the_class_is_judged()
    {
        using var folder = new BuiltFolder();
        folder
            .Write(".editorconfig", "root = true\n[*.cs]\n" + Unused)
            .Project(
                "Coins",
                """
                namespace Coins;

                [Algorithm]
                public sealed partial class Demo
                {
                    private void OnStepStart(in StepStart start) { }

                    [Execute(1)]
                    private ExecuteResult Locate(in LocateStep step) => Of(1, 2);

                    [Execute(2)]
                    private ExecuteResult NotInTheManifest(in LocateStep step) => ExecuteResult.Ok();

                    private static ExecuteResult Of(int parts, int spare) => parts > 3 ? ExecuteResult.Ng("多") : ExecuteResult.Ok();

                    private void Forgotten() { }
                }
                """,
                Demo.OneStep,
                "<EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>");

        var (_, output) = await folder.BuildAsync(
            """
            <Target Name="Build">
              <MSBuild Projects="Coins/Coins.csproj" Targets="Restore" Properties="Phase=Restore" />
              <MSBuild Projects="Coins/Coins.csproj" Targets="Build" />
            </Target>
            """,
            TestContext.Current.CancellationToken);

        var findings = output.Split('\n')
            .Where(line => line.Contains(": error ", StringComparison.Ordinal))
            .Select(line => $"{line[(line.IndexOf('(', StringComparison.Ordinal) + 1)..].Split(',')[0]} {line.Split(": error ")[1].Split(':')[0]}")
            .Distinct()
            .Order(StringComparer.Ordinal);
        Assert.Equal(["11 PV1011", "14 IDE0060", "16 CA1822", "16 IDE0051"], findings);
    }
}
