namespace Mistakes.PV0002;

[Algorithm]
public sealed partial class Demo0002
{
}
