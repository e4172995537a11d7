using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Results;

/// <summary>How a result came to be before a call of <c>With</c>.</summary>
/// <param name="Maker"><c>Ok</c>, <c>Ng</c> or <c>Error</c>; null where it is not known.</param>
/// <param name="Keys">The keys of the records it has already, as far as they are known.</param>
internal readonly record struct ResultChain(string? Maker, IReadOnlyCollection<string> Keys)
{
    /// <summary>Follows the calls behind a result; of a call of <c>With</c>, the calls before it.</summary>
    public static ResultChain Of(IOperation result, ResultSymbols symbols)
    {
        var keys = new HashSet<string>();
        var source = result.Source();
        bool isFirst = true;
        while (source is IInvocationOperation { Instance: { } instance } call && symbols.MakerOf(call) == "With")
        {
            if (!isFirst && call.Given("key") is { } given && KnownText.Of(given, symbols).Whole is { } key)
                keys.Add(key);
            isFirst = false;
            source = instance.Source();
        }

        return new(symbols.MakerOf(source), keys);
    }
}
