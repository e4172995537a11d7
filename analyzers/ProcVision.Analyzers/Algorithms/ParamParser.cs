using System.Globalization;
using ProcVision.Analyzers.Sources;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Turns a parameter of the manifest into a property and the code that reads it.</summary>
internal static class ParamParser
{
    public static ParamModel Parse(ManifestStep step, int position, AlgorithmNames names)
    {
        var param = step.Params[position];
        var own = names[step].Params[position];
        string type = TypeOf(param.Kind, own);
        string? standard = DefaultOf(param, own);
        bool isNullable = !param.Required && standard is null;
        string? pattern = (param as StringParam)?.Pattern;
        string? patternField = pattern is null
            ? null
            : $"Pattern{step.Index.ToString(CultureInfo.InvariantCulture)}_{(position + 1).ToString(CultureInfo.InvariantCulture)}";

        return new()
        {
            Key = param.Key,
            Name = own.Property,
            Type = isNullable ? type + "?" : type,
            Summary = ParamDoc.Of(param),
            IsRequired = param.Required,
            IsRect = param.Kind == ParamKind.Rect,
            Default = param.Required ? null : standard,
            Proposal = param.Required ? standard : null,
            Initial = isNullable ? "null" : param.Required ? (param.Kind == ParamKind.String ? "\"\"" : "default") : standard!,
            Read = ReadOf(param, own, patternField),
            PatternField = patternField,
            Pattern = pattern,
        };
    }

    private static string TypeOf(ParamKind kind, ParamNames names) => kind switch
    {
        ParamKind.Int => "long",
        ParamKind.Float => "double",
        ParamKind.Bool => "bool",
        ParamKind.String => "string",
        ParamKind.Rect => Global.Rect,
        _ => names.EnumType,
    };

    private static string? DefaultOf(ManifestParam param, ParamNames names) => param switch
    {
        IntParam { Default: { } value } => CSharpLiteral.Int(value),
        FloatParam { Default: { } value } => CSharpLiteral.Float(value),
        BoolParam { Default: { } value } => CSharpLiteral.Bool(value),
        StringParam { Default: { } value } => CSharpLiteral.Text(value),
        RectParam { Default: { } r } => string.Format(CultureInfo.InvariantCulture, "new {0}({1}, {2}, {3}, {4})", Global.Rect, r.X, r.Y, r.Width, r.Height),
        EnumParam { Default: { } value } e when IndexOf(e, value) is >= 0 and var index => $"{names.EnumType}.{names.Choices[index]}",
        _ => null,
    };

    private static int IndexOf(EnumParam param, string choice) => param.Choices.ToList().IndexOf(choice);

    private static string ReadOf(ManifestParam param, ParamNames names, string? patternField)
    {
        var arguments = new List<string>();
        switch (param)
        {
            case IntParam p:
                Add("min", p.Min is { } min ? CSharpLiteral.Int(min) : null);
                Add("max", p.Max is { } max ? CSharpLiteral.Int(max) : null);
                Add("clamp", p.Clamp ? "true" : null);
                Add("unit", p.Unit is { } unit ? CSharpLiteral.Text(unit) : null);
                return $"reader.Int({string.Join(", ", arguments)})";
            case FloatParam p:
                Add("min", p.Min is { } least ? CSharpLiteral.Float(least) : null);
                Add("max", p.Max is { } most ? CSharpLiteral.Float(most) : null);
                Add("clamp", p.Clamp ? "true" : null);
                Add("unit", p.Unit is { } measure ? CSharpLiteral.Text(measure) : null);
                return $"reader.Float({string.Join(", ", arguments)})";
            case StringParam p:
                Add("minLength", p.MinLength?.ToString(CultureInfo.InvariantCulture));
                Add("maxLength", p.MaxLength?.ToString(CultureInfo.InvariantCulture));
                Add("pattern", patternField);
                return $"reader.Text({string.Join(", ", arguments)})";
            case BoolParam:
                return "reader.Bool()";
            case RectParam:
                return "reader.Rect()";
            default:
                return $"({names.EnumType})reader.Choice(ChoicesOf{names.EnumType})";
        }

        void Add(string name, string? value)
        {
            if (value is not null)
                arguments.Add($"{name}: {value}");
        }
    }
}
