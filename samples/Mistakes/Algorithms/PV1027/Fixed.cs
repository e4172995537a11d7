using System.IO;

namespace Mistakes.PV1027;

[Algorithm]
public sealed partial class Demo1027
{
    private byte[] _model = [];

    private void Setup(SetupContext context) => _model = File.ReadAllBytes("/opt/models/parts.onnx");

    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) =>
        _model.Length > 0 ? ExecuteResult.Ok() : ExecuteResult.Ng("没有模型");
}
