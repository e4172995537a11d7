using System.Text.RegularExpressions;
using ProcVision.Collections;
using ProcVision.Json;

namespace ProcVision.Manifests;

internal sealed partial class ManifestReader
{
    /// <summary>A pattern that needs longer for a default is not judged: a compiler must not hang on a manifest.</summary>
    private static readonly TimeSpan PatternPatience = TimeSpan.FromMilliseconds(500);

    private BoolParam ReadBool(ManifestFields fields, string key)
    {
        var node = fields.Any("default");
        if (node is not null and not JsonBooleanNode)
            AddBadDefault(node, key, "is not a truth value", "true or false");
        return new() { Key = key, Default = (node as JsonBooleanNode)?.Value };
    }

    private EnumParam ReadEnum(ManifestFields fields, string key)
    {
        var choices = ReadChoices(fields, key);
        string? chosen = null;
        string cure = choices.Count > 0 ? Wording.OneOf(choices) : "its choices";
        switch (fields.Any("default"))
        {
            case null:
                break;
            case JsonStringNode text when choices.Contains(text.Value):
                chosen = text.Value;
                break;
            case JsonStringNode text:
                // Without usable choices there is nothing to compare with, and that has been said.
                if (choices.Count > 0)
                    _findings.Add(ManifestRules.DefaultNotAChoice, text.Span, Wording.Shorten(text.Value), Wording.Shorten(key), cure);
                break;
            case { } other:
                AddBadDefault(other, key, "is not a string", "one of " + cure);
                break;
        }

        return new() { Key = key, Default = chosen, Choices = choices.ToEquatableArray() };
    }

    private List<string> ReadChoices(ManifestFields fields, string key)
    {
        const string Cure = "Write for example \"choices\": [\"fast\", \"accurate\"]";
        const string QuoteCure = "Write it in double quotes";
        var choices = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var alike = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var node = fields.Any("choices");
        if (node is not JsonArrayNode list)
        {
            string fault = node is null ? "has no choices" : $"has {node.Kind} in place of a list of choices";
            AddBadChoices(node is null ? fields.Node.Brace : ManifestFindings.Point(node), key, fault, Cure);
            return choices;
        }

        if (list.Items.Count == 0)
            AddBadChoices(list.Span, key, "has an empty list of choices", Cure);

        foreach (var item in list.Items)
        {
            if (item is JsonMissingNode)
                continue;
            if (item is not JsonStringNode choice)
                AddBadChoices(ManifestFindings.Point(item), key, $"has the choice {_findings.Quote(item)}, which is no string", QuoteCure);
            else if (choice.Value.Length == 0)
                AddBadChoices(choice.Span, key, "has an empty choice", "Remove it or give it a text");
            else if (!seen.Add(choice.Value))
                AddBadChoices(choice.Span, key, $"has the choice '{Wording.Shorten(choice.Value)}' twice", "Remove one of the two");
            else
                AddChoice(choice, key, choices, alike);
        }

        return choices;
    }

    /// <summary>A choice that can be chosen; what may still be odd about it. The platform compares letter by letter.</summary>
    private void AddChoice(JsonStringNode choice, string key, List<string> choices, Dictionary<string, string> alike)
    {
        choices.Add(choice.Value);
        string trimmed = choice.Value.Trim();
        if (trimmed.Length != choice.Value.Length)
        {
            string cure = trimmed.Length == 0 ? "Give it a text" : $"Write it as '{Wording.Shorten(trimmed)}'";
            _findings.Add(ManifestRules.ChoiceSpelling, choice.Span, Wording.Shorten(choice.Value), Wording.Shorten(key), "begins or ends with white space", cure);
        }
        else if (alike.TryGetValue(choice.Value, out string? other))
        {
            string fault = $"differs from '{Wording.Shorten(other)}' only by the case of its letters";
            _findings.Add(ManifestRules.ChoiceSpelling, choice.Span, Wording.Shorten(choice.Value), Wording.Shorten(key), fault, "Rename or remove one of the two");
        }
        else
        {
            alike.Add(choice.Value, choice.Value);
        }
    }

    private void AddBadChoices(JsonSpan span, string key, string fault, string cure) =>
        _findings.Add(ManifestRules.ChoicesNotUsable, span, Wording.Shorten(key), fault, cure);

    private StringParam ReadString(ManifestFields fields, string key)
    {
        const string Fault = "is not a whole number from 0 on";
        const string Cure = "a whole number, 0 or more";
        int? min = ReadLimit(fields, key, "min_length", Length, Fault, Cure);
        int? max = ReadLimit(fields, key, "max_length", Length, Fault, Cure);
        var pattern = ReadPattern(fields, key);
        var (shortest, longest) = CheckLimits(fields, key, "min_length", min, "max_length", max);
        return new()
        {
            Key = key,
            MinLength = min,
            MaxLength = max,
            Pattern = pattern?.ToString(),
            Default = ReadTextDefault(fields, key, shortest, longest, pattern),
        };
    }

    private static int? Length(JsonNode node) => Integer(node) is >= 0 and <= int.MaxValue and var length ? (int)length : null;

    private Regex? ReadPattern(ManifestFields fields, string key)
    {
        if (fields.Any("pattern") is not { } node)
            return null;
        try
        {
            if (node is JsonStringNode text)
            {
                var pattern = new Regex(text.Value, RegexOptions.CultureInvariant, PatternPatience);
                if (PatternAmbiguity.Find(text.Value) is var (start, length))
                {
                    string part = Wording.Shorten(text.Value.Substring(start, length));
                    _findings.Add(ManifestRules.PatternExplodes, text.SpanOf(start, length), part, Wording.Shorten(key));
                }

                return pattern;
            }
        }
        catch (ArgumentException)
        {
            // The reason is in the language of the machine; the finding below is the same everywhere.
        }

        AddBadLimit(node, "pattern", key, "is not a regular expression that .NET understands", "it in the syntax of .NET");
        return null;
    }

    private string? ReadTextDefault(ManifestFields fields, string key, int? shortest, int? longest, Regex? pattern)
    {
        var node = fields.Any("default");
        if (node is null)
            return null;
        if (node is not JsonStringNode text)
        {
            AddBadDefault(node, key, "is not a string", "it in double quotes");
            return null;
        }

        // As Python counts: one for every character, also for one outside the basic plane.
        int length = text.Value.Length - text.Value.Count(char.IsLowSurrogate);
        if (length < shortest || length > longest)
            AddBadDefault(node, key, $"has a length of {length}", Wording.Range("a text", shortest, longest) + " characters");
        else if (pattern is not null && !Matches(pattern, text.Value))
            AddBadDefault(node, key, $"does not match the pattern {Wording.Shorten(pattern.ToString())}", "a text that matches");
        return text.Value;
    }

    private static bool Matches(Regex pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }
}
