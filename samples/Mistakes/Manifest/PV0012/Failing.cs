namespace Mistakes.PV0012;

[Algorithm]
public sealed partial class Demo0012
{
}
