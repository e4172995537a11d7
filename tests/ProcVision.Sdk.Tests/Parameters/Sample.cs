using System.Text;
using ProcVision.CompilerServices;

namespace ProcVision.Sdk.Tests.Parameters;

/// <summary>Parameters of all six types, read in the way generated code does.</summary>
internal sealed record Sample(Rect Roi, double Exposure, long Count, bool On, string Note, int Mode, string? Problem, string? Warning)
{
    private static readonly string[] Modes = ["fast", "accurate", "高速"];

    internal static Sample Read(string json)
    {
        var reader = new ParamReader(Encoding.UTF8.GetBytes(json));
        Rect roi = default;
        var hasRoi = false;
        var exposure = 10.0;
        var count = 5L;
        var on = false;
        var note = "";
        var mode = 0;
        while (reader.Next())
        {
            if (reader.Is("roi"u8))
            {
                if (!reader.IsNull())
                {
                    roi = reader.Rect();
                    hasRoi = true;
                }
            }
            else if (reader.Is("exposure"u8))
            {
                if (!reader.IsNull())
                {
                    exposure = reader.Float(8, 16, unit: "ms");
                }
            }
            else if (reader.Is("count"u8))
            {
                if (!reader.IsNull())
                {
                    count = reader.Int(1, 10);
                }
            }
            else if (reader.Is("on"u8))
            {
                on = reader.Bool();
            }
            else if (reader.Is("note"u8))
            {
                note = reader.Text();
            }
            else if (reader.Is("mode"u8))
            {
                mode = reader.Choice(Modes);
            }
        }

        if (!hasRoi)
        {
            reader.Missing("roi");
        }

        return new(roi, exposure, count, on, note, mode, reader.Problem, reader.Warning);
    }
}
