namespace ProcVision.Manifests;

/// <summary>
/// Makes a <see cref="PatternGraph"/> of a regular expression that .NET accepts. It knows what people write in a form; anything rarer
/// (look-around, references, inline options, atomic groups) and anything long is given up.
/// </summary>
internal sealed class PatternParser
{
    /// <summary>More characters than a pattern for a form has, also with its repetitions written out.</summary>
    private const int MostCharacters = 80;

    /// <summary>From how many repetitions on a limit is none: the ways to match grow with every one of them.</summary>
    private const int ManyTimes = 10;

    private readonly string _text;
    private readonly PatternGraph _graph = new();
    private int _at;

    private PatternParser(string text) => _text = text;

    private char Next => _at < _text.Length ? _text[_at] : '\0';

    private bool IsAtEnd => _at == _text.Length;

    /// <summary>The graph of a pattern; null when it was given up.</summary>
    public static PatternGraph? Parse(string pattern)
    {
        var parser = new PatternParser(pattern);
        return parser.Alternatives() is not null && parser.IsAtEnd ? parser._graph : null;
    }

    private PatternFragment? Alternatives()
    {
        var (all, isSingle) = Alternative();
        while (all is not null && Next == '|' && !IsAtEnd)
        {
            _at++;
            var (other, isOtherSingle) = Alternative();
            if (other is null)
                return null;

            // As .NET does it: neighbours that are one character each become a class, and (a|a)* does no harm.
            if (isSingle && isOtherSingle)
                _graph.JoinLast();
            else
                all = PatternFragment.Either(all, other);
            isSingle = isOtherSingle;
        }

        return all;
    }

    private (PatternFragment? Fragment, bool IsSingle) Alternative()
    {
        int start = _at;
        int known = _graph.Characters.Count;
        var fragment = Sequence();
        bool isSingle = _graph.Characters.Count == known + 1 && _graph.Characters[known].Length == _at - start;
        return (fragment, isSingle);
    }

    private PatternFragment? Sequence()
    {
        var whole = PatternFragment.Empty;
        while (!IsAtEnd && Next is not ('|' or ')'))
        {
            if (Repeated() is not { } part)
                return null;
            _graph.Connect(whole.Last, part.First);
            whole = PatternFragment.Sequence(whole, part);
        }

        return whole;
    }

    /// <summary>A character, class or group with its quantifier.</summary>
    private PatternFragment? Repeated()
    {
        int start = _at;
        bool isGroup = Next == '(';
        int from = _graph.Characters.Count;
        if (Once() is not { } body)
            return null;
        if (PatternQuantifier.Read(_text, _at) is not { } quantifier)
            return body;

        // Another copy of the body is made by reading it once more.
        int end = quantifier.End;
        var whole = Repeat(body, quantifier, start, isGroup, end - start, from);
        _at = end;
        return whole;
    }

    private PatternFragment? Repeat(PatternFragment body, PatternQuantifier quantifier, int start, bool isGroup, int length, int from)
    {
        bool isEndless = quantifier.Most is null || (quantifier.Most >= ManyTimes && quantifier.Most > quantifier.Least);
        int copies = isEndless ? Math.Max(1, quantifier.Least) : quantifier.Most!.Value;
        var whole = body;
        for (int i = 1; i < copies; i++)
        {
            from = _graph.Characters.Count;
            _at = start;
            if (Once() is not { } copy)
                return null;
            _graph.Connect(body.Last, copy.First);
            body = copy;
            whole = i < quantifier.Least
                ? PatternFragment.Sequence(whole, copy)
                : new(whole.First, [.. whole.Last, .. copy.Last], whole.IsNullable);
        }

        if (isEndless)
        {
            _graph.Connect(body.Last, body.First);
            if (isGroup)
                _graph.AddLoop(start, length, from);
        }

        return quantifier.Least == 0 ? whole with { IsNullable = true } : copies == 0 ? PatternFragment.Empty : whole;
    }

    private PatternFragment? Once()
    {
        switch (Next)
        {
            case '(':
                return Group();
            case '^' or '$':
                _at++;
                return PatternFragment.Empty;
            case '[':
                return EndOfClass() is { } end ? Character(end) : null;
            case '\\':
                return Escape();
            default:
                return Character(_at + 1);
        }
    }

    private PatternFragment? Group()
    {
        _at++;
        if (Next == '?' && !SkipGroupKind())
            return null;
        var body = Alternatives();
        if (body is null || Next != ')')
            return null;
        _at++;
        return body;
    }

    /// <summary><c>?:</c> or the name of a group; any other kind is given up.</summary>
    private bool SkipGroupKind()
    {
        _at++;
        char open = Next;
        _at++;
        if (open == ':')
            return true;
        char close = open == '<' ? '>' : open == '\'' ? '\'' : '\0';
        int first = _at;
        while (char.IsLetterOrDigit(Next) || Next == '_')
            _at++;
        return close != '\0' && _at > first && Next == close && _at++ > 0;
    }

    private PatternFragment? Escape()
    {
        char kind = _at + 1 < _text.Length ? _text[_at + 1] : '\0';
        switch (kind)
        {
            case 'b' or 'B' or 'A' or 'z' or 'Z' or 'G':
                _at += 2;
                return PatternFragment.Empty;
            case 'p' or 'P':
                int brace = _text.IndexOf('}', _at);
                return brace < 0 ? null : Character(brace + 1);
            case 'u':
                return Character(_at + 6);
            case 'x':
                return Character(_at + 4);
            case 'k' or 'c' or '\0' or (>= '0' and <= '9'):
                return null;
            default:
                return Character(_at + 2);
        }
    }

    /// <summary>The place after a class: <c>]</c> may stand first in it, and a class may be taken away from another.</summary>
    private int? EndOfClass()
    {
        int depth = 0;
        for (int i = _at; i < _text.Length; i++)
        {
            char c = _text[i];
            if (c == '\\')
            {
                i++;
            }
            else if (c == '[' && (depth == 0 || _text[i - 1] == '-'))
            {
                depth++;
                if (i + 1 < _text.Length && _text[i + 1] == '^')
                    i++;
                if (i + 1 < _text.Length && _text[i + 1] == ']')
                    i++;
            }
            else if (c == ']' && --depth == 0)
            {
                return i + 1;
            }
        }

        return null;
    }

    private PatternFragment? Character(int end)
    {
        if (end > _text.Length || _graph.Characters.Count >= MostCharacters)
            return null;
        string source = _text.Substring(_at, end - _at);
        _at = end;
        return _graph.Add(source);
    }
}
