namespace Mistakes.PV0022;

[Algorithm]
public sealed partial class Demo0022
{
}
