"""Chinese surnames: which there are, and which are read otherwise than the character alone."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Surnames of one character: 《百家姓》 and the other common ones of the 2020 census.
SINGLE = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚"
    "范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余"
    "元卜顾孟平黄和穆萧肖尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季"
    "麻强贾路娄危江童颜郭梅盛林刁钟徐邱丘骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣"
    "贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄麴家封芮羿储靳汲邴糜松井段富巫乌焦巴"
    "弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀"
    "蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕"
    "冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东"
    "欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖"
    "益桓公付闫岳邸苑仝覃佟肇冼揭代仉亓兰岑区佘邝蓝揣冮苟缑英楼晋楚法汝涂钦归海年佴信粟展操战芦律衣宝"
)

COMPOUND = _set(
    "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 "
    "赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 "
    "司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 "
    "宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 左丘 "
    "东门 西门 第五 "
)

#: Readings as surnames that differ from the usual one (《现代汉语词典》第7版).
READINGS = dict(
    pair.split(":")
    for pair in _set(
        "曾:zeng 单:shan 翟:zhai 褚:chu 解:xie 仇:qiu 区:ou 查:zha "
        "盖:ge 任:ren 朴:piao 尉迟:yuchi 万俟:moqi 乐:yue 缪:miao 华:hua "
        "种:chong 繁:po 秘:bi 冼:xian 覃:qin 洗:xian 员:yun 逄:pang "
        "佘:she 召:shao 长孙:zhangsun 令狐:linghu 澹台:tantai 隗:wei 郗:xi 那:na "
        "宓:mi 鲜于:xianyu 夏侯:xiahou 乐正:yuezheng 黑:he 折:she 撒:sa 谌:chen "
        "沈:shen 车:che 葛:ge 尉:wei 冒:mao 过:guo "
    )
)

#: Common surnames in pinyin, to tell `Pan Guang` (surname first) from `Guang Pan`.
PINYIN = _set(
    "Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng "
    "Liang Xie Song Tang Han Feng Deng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye "
    "Cheng Wei Su Lü Lyu Lu Ding Ren Yao Shen Zhong Cui Tan Fan Liao Shi Jin Jia Xia Fu Fang Zou "
    "Xiong Bai Meng Qin Qiu Hou Yin Xue Yan Duan Lei Long Tao Qian Qi Mao Hao Gong Shao Wan Gu "
    "Kong Xi Pang Hong Kang Zuo Chang Wen Niu Ouyang Sima Zhuge"
)
