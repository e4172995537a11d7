using ProcVision.Analyzers.Sources;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Prints the code that reads and checks the parameters of a call over its UTF-8.</summary>
internal static class ParamReadingEmitter
{
    /// <summary>The field that holds the parameters of the present call.</summary>
    public static string FieldOf(StepModel step) => "_current" + step.ParamsType;

    public static void EmitConstants(SourceWriter writer, AlgorithmModel model)
    {
        foreach (var declared in model.Enums)
            writer.Line($"private static readonly string[] ChoicesOf{declared.Name} = [{string.Join(", ", declared.Members.Select(m => CSharpLiteral.Text(m.Choice)))}];");
        foreach (var param in model.Steps.SelectMany(s => s.Params).Where(p => p.Pattern is not null))
        {
            writer.Line($"""
                private static readonly {Global.Regex} {param.PatternField} = new(
                    {CSharpLiteral.Text(param.Pattern!)},
                    global::System.Text.RegularExpressions.RegexOptions.CultureInvariant,
                    global::System.TimeSpan.FromMilliseconds(100));
                """);
        }
    }

    public static void Emit(SourceWriter writer, AlgorithmModel model)
    {
        var steps = model.Steps.Where(s => !s.Params.IsEmpty).ToList();
        writer.Gap();
        writer.Open($"public override void ReadParams(int step, ref {Global.ParamReader} reader)");
        Switch(writer, steps.Select(s => (s.Index, $"Read{s.ParamsType}(ref reader);")));
        writer.Close();

        writer.Gap();
        writer.Open($"public override void CheckRects(int step, ref {Global.RectCheck} check)");
        Switch(writer, steps.Where(s => s.Params.Any(p => p.IsRect)).Select(s => (
            s.Index,
            string.Join("\n", s.Params.Where(p => p.IsRect).Select(p => $"check.Check({CSharpLiteral.Text(p.Key)}, {FieldOf(s)}.{p.Name});")))));
        writer.Close();

        foreach (var step in steps)
            EmitReading(writer, step);
    }

    private static void Switch(SourceWriter writer, IEnumerable<(int Step, string Body)> cases)
    {
        var list = cases.ToList();
        if (list.Count == 0)
            return;
        writer.Open("switch (step)");
        foreach (var (step, body) in list)
        {
            writer.Line($"case {step}:");
            foreach (string line in body.Split('\n'))
                writer.Line("    " + line);
            writer.Line("    break;");
        }

        writer.Close();
    }

    private static void EmitReading(SourceWriter writer, StepModel step)
    {
        writer.Gap();
        writer.Open($"private void Read{step.ParamsType}(ref {Global.ParamReader} reader)");
        foreach (var param in step.Params)
        {
            writer.Line($"{param.Type} value{param.Name} = {param.Initial};");
            if (param.IsRequired)
                writer.Line($"bool has{param.Name} = false;");
        }

        writer.Open("while (reader.Next())");
        string keyword = "if";
        foreach (var param in step.Params)
        {
            writer.Open($"{keyword} (reader.Is({CSharpLiteral.Utf8(param.Key)}))");
            writer.Open("if (!reader.IsNull())");
            writer.Line($"value{param.Name} = {param.Read};");
            if (param.IsRequired)
                writer.Line($"has{param.Name} = true;");
            writer.Close();
            writer.Close();
            keyword = "else if";
        }

        writer.Close();
        foreach (var param in step.Params.Where(p => p.IsRequired))
        {
            writer.Line($"""
                if (!has{param.Name})
                    {Absent(param)};
                """);
        }

        writer.Line($"{FieldOf(step)} = new {step.ParamsType}");
        writer.Open();
        foreach (var param in step.Params)
            writer.Line($"{param.Name} = value{param.Name},");
        writer.Close(";");
        writer.Close();
    }

    /// <summary>What happens when a required parameter is not given.</summary>
    private static string Absent(ParamModel param)
    {
        string key = CSharpLiteral.Text(param.Key);
        return param.Proposal is { } proposal ? $"value{param.Name} = reader.Missing({key}, {proposal})"
            : param.IsRect ? $"value{param.Name} = reader.MissingRect({key})"
            : $"reader.Missing({key})";
    }
}
