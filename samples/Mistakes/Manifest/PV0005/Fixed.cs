namespace Mistakes.PV0005;

[Algorithm]
public sealed partial class Demo0005
{
}
