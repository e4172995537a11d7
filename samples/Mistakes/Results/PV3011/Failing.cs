using System.Text.Json.Serialization;

namespace Mistakes.PV3011;

[Algorithm]
public sealed partial class Demo3011
{
    [Execute(1)]
    ExecuteResult Inspect(in InspectStep step)
    {
        double light = step.Image.Mean();
        return ExecuteResult.Ok().With("debug", light, LightJson.Default.Double);
    }
}

[JsonSerializable(typeof(double))]
internal sealed partial class LightJson : JsonSerializerContext;
