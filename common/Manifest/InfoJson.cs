using System.Globalization;
using ProcVision.Collections;
using ProcVision.Json;

namespace ProcVision.Manifests;

/// <summary>
/// What <c>get_info</c> answers (conformance 111), made from the manifest, so that the two cannot disagree. A step carries the documented
/// fields and those that the platform's user interface reads (conformance 519).
/// </summary>
internal static class InfoJson
{
    /// <summary>The answer as compact JSON; Chinese stays Chinese. The same model gives the same text.</summary>
    public static string Write(ManifestModel model)
    {
        var json = new JsonText();
        json.BeginObject();
        json.Name("name").Text(model.Name);
        json.Name("version").Text(model.Version);
        json.Name("description").Text(model.Description ?? "");
        json.Name("supported_pids");
        WriteTexts(json, model.Pids);
        json.Name("steps").BeginArray();
        foreach (var step in model.Steps)
            WriteStep(json, step);
        json.EndArray();
        json.EndObject();
        return json.ToString();
    }

    private static void WriteStep(JsonText json, ManifestStep step)
    {
        json.BeginObject();
        json.Name("index").Number(step.Index);
        json.Name("name").Text(step.Name);
        if (step.Id is not null)
            json.Name("id").Text(step.Id);
        if (step.Description is not null)
            json.Name("description").Text(step.Description);
        json.Name("params").BeginArray();
        foreach (var parameter in step.Params)
            WriteParam(json, parameter);
        json.EndArray();
        json.Name("step_number").Number(step.Index);
        json.Name("step_name").Text(step.Name);
        json.Name("operation_guide").Text(step.OperationGuide ?? step.Description ?? "");
        json.EndObject();
    }

    private static void WriteParam(JsonText json, ManifestParam parameter)
    {
        json.BeginObject();
        json.Name("key").Text(parameter.Key);
        json.Name("type").Text(ParamKinds.NameOf(parameter.Kind));
        json.Name("required").Boolean(parameter.Required);
        switch (parameter)
        {
            case IntParam p:
                WriteInt(json, p);
                break;
            case FloatParam p:
                WriteFloat(json, p);
                break;
            case RectParam p:
                WriteRect(json, p);
                break;
            case EnumParam p:
                WriteText(json, "default", p.Default);
                json.Name("choices");
                WriteTexts(json, p.Choices);
                break;
            case BoolParam p:
                if (p.Default is { } truth)
                    json.Name("default").Boolean(truth);
                break;
            case StringParam p:
                WriteText(json, "default", p.Default);
                WriteInteger(json, "min_length", p.MinLength);
                WriteInteger(json, "max_length", p.MaxLength);
                WriteText(json, "pattern", p.Pattern);
                break;
        }

        WriteText(json, "unit", parameter.Unit);
        WriteText(json, "description", parameter.Description);
        json.EndObject();
    }

    private static void WriteInt(JsonText json, IntParam parameter)
    {
        WriteInteger(json, "default", parameter.Default);
        WriteInteger(json, "min", parameter.Min);
        WriteInteger(json, "max", parameter.Max);
        if (parameter.Clamp)
            json.Name("clamp").Boolean(true);
    }

    private static void WriteFloat(JsonText json, FloatParam parameter)
    {
        WriteDouble(json, "default", parameter.Default);
        WriteDouble(json, "min", parameter.Min);
        WriteDouble(json, "max", parameter.Max);
        if (parameter.Clamp)
            json.Name("clamp").Boolean(true);
    }

    /// <summary>The form in which rectangles are described and given (conformance 122).</summary>
    private static void WriteRect(JsonText json, RectParam parameter)
    {
        json.Name("format").Text("x,y,width,height");
        if (parameter.Default is { } r)
            json.Name("default").Text(string.Format(CultureInfo.InvariantCulture, "{0},{1},{2},{3}", r.X, r.Y, r.Width, r.Height));
    }

    private static void WriteText(JsonText json, string name, string? value)
    {
        if (value is not null)
            json.Name(name).Text(value);
    }

    private static void WriteInteger(JsonText json, string name, long? value)
    {
        if (value is { } number)
            json.Name(name).Number(number);
    }

    private static void WriteDouble(JsonText json, string name, double? value)
    {
        if (value is { } number)
            json.Name(name).Number(number);
    }

    private static void WriteTexts(JsonText json, EquatableArray<string> texts)
    {
        json.BeginArray();
        foreach (string text in texts)
            json.Text(text);
        json.EndArray();
    }
}
