using System.Text.Json.Serialization;

namespace Mistakes.PV3010;

[Algorithm]
public sealed partial class Demo3010
{
    [Execute(1)]
    ExecuteResult Inspect(in InspectStep step)
    {
        int parts = Count(step.Image);
        if (parts == 6)
            return ExecuteResult.Ok();
        return ExecuteResult.Ng($"缺少{6 - parts}个零件").With("fault_class", "A3", FaultJson.Default.String);
    }

    static int Count(StepImage image) => image.Mean() > 50 ? 6 : 5;
}

[JsonSerializable(typeof(string))]
internal sealed partial class FaultJson : JsonSerializerContext;
