using System.Globalization;

namespace Mistakes.PV4015;

[Algorithm]
public sealed partial class Demo4015
{
    void Setup(SetupContext context) => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("zh-CN");

    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
}
