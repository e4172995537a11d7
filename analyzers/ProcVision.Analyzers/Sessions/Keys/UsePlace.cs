using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>What stands around an operation within its member.</summary>
internal static class UsePlace
{
    /// <summary>Whether it stands in a lambda or a local function: when that runs, nobody knows.</summary>
    public static bool IsInFunction(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return true;
        }

        return false;
    }

    /// <summary>Where the outermost loop around it ends in the text; 0 outside of a loop.</summary>
    public static int EndOfLoops(IOperation operation)
    {
        int end = 0;
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is ILoopOperation)
                end = outer.Syntax.Span.End;
        }

        return end;
    }
}
