namespace Mistakes.PV0020;

[Algorithm]
public sealed partial class Demo0020
{
}
