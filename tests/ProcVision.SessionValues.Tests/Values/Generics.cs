using System.Collections.Immutable;

namespace ProcVision.SessionValues.Tests.Values;

internal sealed record Pair<TLeft, TRight>(TLeft Left, TRight Right);

internal struct Box<T>
{
    public T Value { get; set; }
}

internal sealed class Tree<T>
{
    public required T Value { get; init; }

    public ImmutableArray<Tree<T>> Branches { get; init; } = [];
}

/// <summary>Instantiations of generic types, nested ones, and tuples.</summary>
[SessionValue]
internal sealed class Instantiations
{
    public required Pair<int, string> A { get; init; }

    public required Pair<string?, Range?> B { get; init; }

    public required Pair<Pair<Grade, bool>, List<Pair<double, char>>> C { get; init; }

    public Box<int> D { get; set; }

    public Box<string>? E { get; set; }

    public required Tree<int> F { get; init; }

    public required Tree<Measurement> G { get; init; }

    public (int, string) H { get; set; }

    public (double Left, (Grade Inner, string? Text) Right)? I { get; set; }

    public List<(int Row, int Column)> J { get; set; } = [];

    public (int A, int B, int C, int D, int E, int F, string G) K { get; set; }
}
