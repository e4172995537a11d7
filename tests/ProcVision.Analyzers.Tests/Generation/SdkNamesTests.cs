using System.Reflection;
using ProcVision.Analyzers.Sources;
using ProcVision.CompilerServices;

namespace ProcVision.Analyzers.Generation;

/// <summary>The compiler's side and the Sdk share no assembly: they meet through names.</summary>
public sealed class SdkNamesTests
{
    public static TheoryData<string> Names => [.. typeof(SdkNames).GetFields().Where(f => f.FieldType == typeof(string)).Select(f => (string)f.GetValue(null)!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_name_is_a_public_type_of_the_real_Sdk(string name) =>
        Assert.True((typeof(AlgorithmAttribute).Assembly.GetType(name) ?? typeof(AlgorithmAttribute).Assembly.GetType(name + "`1")) is { IsPublic: true }, name);

    [Fact]
    public void Generated_code_is_written_for_the_contract_of_the_Sdk() => Assert.Equal(GeneratedContract.Version, SdkNames.Contract);

    /// <summary>No other file of the analyzers spells a name of the Sdk.</summary>
    [Fact]
    public void Emitted_names_are_made_of_these() => Assert.All(
        typeof(Global).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!).Where(n => n.Contains("::ProcVision", StringComparison.Ordinal)),
        name => Assert.Contains(name["global::".Length..], Names.Select(row => row.Data)));
}
