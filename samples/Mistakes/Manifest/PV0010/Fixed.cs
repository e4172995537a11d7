namespace Mistakes.PV0010;

[Algorithm]
public sealed partial class Demo0010
{
}
