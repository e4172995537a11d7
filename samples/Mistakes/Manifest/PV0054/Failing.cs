namespace Mistakes.PV0054;

[Algorithm]
public sealed partial class Demo0054
{
}
